package dev.waymark.server.limits;

import dev.waymark.server.contract.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * Tells a caller where it stands: the {@code X-RateLimit} trio and the IETF pair
 * (draft-ietf-httpapi-ratelimit-headers), which say the same.
 */
public final class RateHeaders {
  private RateHeaders() {}

  /** What a call is told that is refused now and would be admitted after this wait. */
  public static void putRefusal(Call call, int limit, Instant now, Duration wait) {
    put(call::answerWith, new Admission(false, limit, 0, now, now.plus(wait)));
  }

  static void put(BiConsumer<String, Object> answer, Admission admission) {
    answer.accept("X-RateLimit-Limit", admission.limit());
    answer.accept("X-RateLimit-Remaining", admission.remaining());
    answer.accept("X-RateLimit-Reset", admission.resetSecond());
    answer.accept(
        "RateLimit-Policy",
        "\"rpm\";q=" + admission.limit() + ";w=" + RollingWindow.LENGTH.toSeconds());
    answer.accept(
        "RateLimit", "\"rpm\";r=" + admission.remaining() + ";t=" + admission.resetAfterSeconds());
  }
}
