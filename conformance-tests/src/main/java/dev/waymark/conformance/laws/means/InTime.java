package dev.waymark.conformance.laws.means;

import dev.waymark.conformance.suite.Broken;
import dev.waymark.conformance.suite.Unreachable;
import dev.waymark.conformance.targets.Passage;
import java.time.Duration;
import java.time.Instant;

/** For what must be done while generations are in flight that end by themselves after a minute. */
public final class InTime {
  private static final Duration MOST = Duration.ofSeconds(50);

  private InTime() {}

  /**
   * Does it.
   *
   * @throws Unreachable if something seems broken when so much time is over that what was to stay
   *     in flight may have ended: with calls that slow nothing can be said
   */
  public static void run(Passage passage, Runnable steps) {
    Instant begin = passage.instant();
    try {
      steps.run();
    } catch (Breach | Broken e) {
      if (Duration.between(begin, passage.instant()).compareTo(MOST) > 0) {
        throw new Unreachable("calls are too slow: what was to stay in flight has ended");
      }
      throw e;
    }
  }
}
