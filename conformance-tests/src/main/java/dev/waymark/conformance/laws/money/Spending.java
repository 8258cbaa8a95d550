package dev.waymark.conformance.laws.money;

import java.util.random.RandomGenerator;

/** What an account does that costs, might cost, or gives back. */
sealed interface Spending {
  /** A start that stays in flight. */
  record Start() implements Spending {}

  /** A start that fails, and its end. */
  record StartAndFail() implements Spending {}

  /** A start that completes, and its end. */
  record StartAndComplete() implements Spending {}

  /** Of one of those that were started, whatever has become of it. */
  record Cancel(int which) implements Spending {}

  record Look(int which) implements Spending {}

  record Quote() implements Spending {}

  /** A start that is refused for a parameter. */
  record WrongStart() implements Spending {}

  /** A start that may cost one credit less than it does. */
  record TooDear() implements Spending {}

  /** A start that fails with this error of the server. */
  record Failure(String code) implements Spending {}

  static Spending draw(RandomGenerator random) {
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> new Start();
      case 3 -> new StartAndFail();
      case 4 -> new StartAndComplete();
      case 5, 6, 7 -> new Cancel(random.nextInt(6));
      case 8 -> new Look(random.nextInt(6));
      case 9 -> new Quote();
      case 10 -> new WrongStart();
      case 11 -> new TooDear();
      case 12 -> new Failure("OVERLOADED");
      default -> new Failure("INTERNAL_ERROR");
    };
  }
}
