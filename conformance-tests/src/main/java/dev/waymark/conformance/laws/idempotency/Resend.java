package dev.waymark.conformance.laws.idempotency;

import java.util.List;
import java.util.random.RandomGenerator;

/** What is done with a few keys and a few bodies. */
sealed interface Resend {
  /** A start. */
  record Post(int key, int body) implements Resend {}

  /** A start that is refused for a parameter, if the key is free. */
  record Refused(int key) implements Resend {}

  /** Starts at the same moment. */
  record Together(int key, int body, int count) implements Resend {}

  /** Ends what was started with the key. */
  record Cancel(int key) implements Resend {}

  static Resend draw(RandomGenerator random) {
    int key = random.nextInt(2);
    return switch (random.nextInt(8)) {
      case 0, 1, 2, 3 -> new Post(key, random.nextInt(2));
      case 4 -> new Refused(key);
      case 5, 6 -> new Together(key, random.nextInt(2), 2 + random.nextInt(5));
      default -> new Cancel(key);
    };
  }

  static List<Resend> smaller(Resend step) {
    return step instanceof Together(int key, int body, int count) && count > 2
        ? List.of(new Post(key, body), new Together(key, body, 2))
        : List.of();
  }
}
