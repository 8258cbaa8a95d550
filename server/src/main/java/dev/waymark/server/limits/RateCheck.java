package dev.waymark.server.limits;

import dev.waymark.errors.Errors;
import dev.waymark.server.contract.Call;
import jakarta.inject.Singleton;

/**
 * Counts one call, tells the caller where it stands, and throws {@code RATE_LIMIT} if there was no
 * room.
 */
@Singleton
final class RateCheck {
  private final RateLimiter limiter;

  RateCheck(RateLimiter limiter) {
    this.limiter = limiter;
  }

  void check(Call call, String caller, int limit) {
    Admission admission = limiter.admit(caller, limit);
    RateHeaders.put(call::answerWith, admission);
    // Known now: an error later on need not look.
    call.answerErrorWith(_ -> {});
    if (!admission.admitted()) {
      throw Errors.rateLimit(limit, RollingWindow.LENGTH.toSeconds(), admission.untilFree());
    }
  }

  /**
   * Counts nothing, and tells the caller where it stands if the call ends in an error before it is
   * counted. A success that counts against nothing tells nothing: it is anyone's to keep.
   */
  void show(Call call, String caller, int limit) {
    call.answerErrorWith(answer -> RateHeaders.put(answer, limiter.peek(caller, limit)));
  }
}
