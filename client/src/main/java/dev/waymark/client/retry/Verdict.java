package dev.waymark.client.retry;

import java.time.Duration;

/** Whether to send a request again. */
sealed interface Verdict {

  /**
   * Send it again.
   *
   * @param floor what must pass at least
   * @param spread how much more may pass, so that many callers do not come back in step
   * @param outage whether it takes from the {@link RetryBudget}
   */
  record Again(Duration floor, Duration spread, boolean outage) implements Verdict {}

  record Enough(GaveUp reason) implements Verdict {}
}
