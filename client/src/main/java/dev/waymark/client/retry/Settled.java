package dev.waymark.client.retry;

import dev.waymark.errors.ErrorCode;
import java.util.EnumSet;
import java.util.Set;

/** What a refusal says about earlier attempts of the same call that got no answer. */
final class Settled {

  /**
   * They stand behind the look-up of the idempotency key in the contract's order of checks: had an
   * earlier attempt been carried out, its answer would have come again instead. And they are said
   * of the request itself: one that is still on its way will meet the same. That is not so of
   * credits and slots, which may be there a moment later.
   */
  private static final Set<ErrorCode> BEHIND_THE_REPLAY =
      EnumSet.of(
          ErrorCode.IDEMPOTENCY_KEY_REUSED,
          ErrorCode.SCOPE_MISSING,
          ErrorCode.UNKNOWN_MODEL,
          ErrorCode.MODEL_NOT_ALLOWED,
          ErrorCode.INVALID_PARAMS,
          ErrorCode.MAX_CREDITS_EXCEEDED);

  private Settled() {}

  /** Whether it is still open whether the call was carried out, given that it was before. */
  static boolean stillUnknown(boolean unknown, Refusal refusal) {
    if (refusal.knownCode().filter(BEHIND_THE_REPLAY::contains).isPresent()) {
      return false;
    }
    boolean full = refusal.knownCode().filter(ErrorCode.OVERLOADED::equals).isPresent();
    return unknown || (refusal.status() >= 500 && !full);
  }
}
