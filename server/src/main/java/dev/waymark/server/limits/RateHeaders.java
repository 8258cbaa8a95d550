package dev.waymark.server.limits;

import dev.waymark.server.contract.Call;

/**
 * Tells a caller where it stands: the {@code X-RateLimit} trio and the IETF pair
 * (draft-ietf-httpapi-ratelimit-headers), which say the same.
 */
final class RateHeaders {
  private RateHeaders() {}

  static void put(Call call, Admission admission) {
    call.answerWith("X-RateLimit-Limit", admission.limit());
    call.answerWith("X-RateLimit-Remaining", admission.remaining());
    call.answerWith("X-RateLimit-Reset", admission.resetSecond());
    call.answerWith(
        "RateLimit-Policy",
        "\"rpm\";q=%d;w=%d".formatted(admission.limit(), RollingWindow.LENGTH.toSeconds()));
    call.answerWith(
        "RateLimit",
        "\"rpm\";r=%d;t=%d".formatted(admission.remaining(), admission.resetAfterSeconds()));
  }
}
