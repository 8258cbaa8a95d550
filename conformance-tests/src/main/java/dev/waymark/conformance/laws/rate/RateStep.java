package dev.waymark.conformance.laws.rate;

import java.util.List;
import java.util.random.RandomGenerator;

/** What a lone caller does next. */
sealed interface RateStep {
  /** This share of the limit in calls, one after the other. */
  record Calls(int percent) implements RateStep {}

  /** Nothing. */
  record Pause(int seconds) implements RateStep {}

  /** Goes on calling until it is refused, and some calls more. */
  record Knock(int more) implements RateStep {}

  /** As long as the last refusal has said; nothing where there was none. */
  record WaitItOut() implements RateStep {}

  static RateStep draw(RandomGenerator random) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> new Calls(10 + random.nextInt(60));
      case 2 -> new Pause(1 + random.nextInt(40));
      case 3, 4 -> new Knock(random.nextInt(4));
      default -> new WaitItOut();
    };
  }

  static List<RateStep> smaller(RateStep step) {
    return switch (step) {
      case Calls(int percent) when percent > 1 -> List.of(new Calls(1), new Calls(percent / 2));
      case Pause(int seconds) when seconds > 1 -> List.of(new Pause(1), new Pause(seconds / 2));
      case Knock(int more) when more > 0 -> List.of(new Knock(0));
      default -> List.of();
    };
  }
}
