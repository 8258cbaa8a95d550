package dev.waymark.client.retry;

/** Why a call that did not succeed was not sent again. */
public enum GaveUp {
  /** The same request would meet the same answer. */
  WOULD_NOT_HELP,
  /** Nobody knows whether it was done, and a second time would do it twice. */
  NOT_REPEATABLE,
  /** It was sent as often as the policy allows. */
  ATTEMPTS_USED,
  /** The next attempt would come after the call's deadline. */
  DEADLINE,
  /** The server asks for a longer wait than the policy allows. */
  WAIT_TOO_LONG,
  /** Too many calls fail just now; see {@link RetryPolicy#budget}. */
  BUDGET_EMPTY,
  /** The thread was interrupted. */
  INTERRUPTED
}
