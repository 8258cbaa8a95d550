package dev.waymark.client.retry;

import java.time.Duration;

/**
 * How far the client goes by itself when a call does not succeed. Which calls may be sent again is
 * not set here: the contract says it.
 *
 * @param attempts how often one call is sent at most, the first time included
 * @param deadline how long one call takes at most, all its attempts and waits included; what cannot
 *     be done within it is not waited for
 * @param firstPause the first wait where the server names none; each further one is twice as long
 * @param longestPause where that doubling ends
 * @param longestWait what the server may ask for; a longer wait is not slept but thrown
 * @param budget how many retries of an outage all threads together may have open: a retry takes
 *     one, ten successes give one back. Refusals of a healthy server (4xx but 408) take none
 */
public record RetryPolicy(
    int attempts,
    Duration deadline,
    Duration firstPause,
    Duration longestPause,
    Duration longestWait,
    int budget) {

  private static final RetryPolicy DEFAULTS =
      new RetryPolicy(
          5,
          Duration.ofMinutes(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(120),
          20);

  public RetryPolicy {
    require(attempts >= 1 && attempts <= 100, "attempts must be 1 to 100");
    require(isTime(deadline), "the deadline must be a millisecond to a year");
    require(isTime(firstPause), "the first pause must be a millisecond to a year");
    require(isTime(longestPause), "the longest pause must be a millisecond to a year");
    require(longestPause.compareTo(firstPause) >= 0, "the longest pause is below the first one");
    require(!longestWait.isNegative(), "the longest wait must not be negative");
    require(budget >= 0, "the budget must not be negative");
  }

  /**
   * 5 attempts within 5 minutes, waits of 1, 2, 4, 8 … 30 seconds where the server names none, at
   * most 120 seconds where it does, 20 retries open.
   */
  public static RetryPolicy defaults() {
    return DEFAULTS;
  }

  /** Every call is sent once. */
  public static RetryPolicy none() {
    return DEFAULTS.withAttempts(1);
  }

  public RetryPolicy withAttempts(int attempts) {
    return new RetryPolicy(attempts, deadline, firstPause, longestPause, longestWait, budget);
  }

  public RetryPolicy withDeadline(Duration deadline) {
    return new RetryPolicy(attempts, deadline, firstPause, longestPause, longestWait, budget);
  }

  public RetryPolicy withPauses(Duration first, Duration longest) {
    return new RetryPolicy(attempts, deadline, first, longest, longestWait, budget);
  }

  public RetryPolicy withLongestWait(Duration longestWait) {
    return new RetryPolicy(attempts, deadline, firstPause, longestPause, longestWait, budget);
  }

  public RetryPolicy withBudget(int budget) {
    return new RetryPolicy(attempts, deadline, firstPause, longestPause, longestWait, budget);
  }

  private static boolean isTime(Duration duration) {
    return duration.compareTo(Duration.ofMillis(1)) >= 0
        && duration.compareTo(Duration.ofDays(366)) <= 0;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("Not a retry policy: " + otherwise + ".");
    }
  }
}
