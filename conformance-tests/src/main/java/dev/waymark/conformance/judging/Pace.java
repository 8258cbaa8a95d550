package dev.waymark.conformance.judging;

import java.time.Duration;

/**
 * How long things take in cases.
 *
 * @param pause that answers name
 * @param deadline of a call in which nothing is slow
 * @param brief a deadline that is to be met in the middle of something
 * @param early how much sooner than named an attempt may come, because clocks differ
 * @param late how much later than its wait an attempt may come at least
 * @param together how close callers come that all wait equally long
 * @param grace how much later than its deadline a call may end
 */
public record Pace(
    Duration pause,
    Duration deadline,
    Duration brief,
    Duration early,
    Duration late,
    Duration together,
    Duration grace) {
  /** While real time passes. */
  public static final Pace REAL =
      new Pace(
          Duration.ofMillis(1000),
          Duration.ofSeconds(12),
          Duration.ofMillis(2500),
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          Duration.ofMillis(20),
          Duration.ofMillis(3000));

  /** Where the clock moves only when somebody waits. */
  public static final Pace EXACT =
      new Pace(
          Duration.ofMillis(6840),
          Duration.ofMinutes(5),
          Duration.ofSeconds(20),
          Duration.ZERO,
          Duration.ofMillis(200),
          Duration.ofMillis(1),
          Duration.ofMillis(1));
}
