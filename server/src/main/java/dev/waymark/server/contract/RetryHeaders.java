package dev.waymark.server.contract;

import dev.waymark.errors.Retry;
import java.util.OptionalLong;

/**
 * How an error's {@code retry} shows in the headers: {@code Retry-After}, {@code Retry-After-Ms},
 * {@code X-Should-Retry}.
 */
final class RetryHeaders {
  /** Longer waits stand in {@code resets_at} only. */
  private static final long MAX_WAIT_MILLIS = 120_000;

  private RetryHeaders() {}

  /** The wait before the first resend, or nothing where waiting alone does not help. */
  static OptionalLong waitMillis(Retry retry) {
    Long millis =
        switch (retry.strategy()) {
          case NEVER, FIX_REQUEST -> null;
          case AFTER_DELAY, AFTER_EVENT -> retry.afterMillis();
          case BACKOFF -> retry.baseMillis();
        };
    return millis == null || millis > MAX_WAIT_MILLIS
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(1, millis));
  }

  static long wholeSeconds(long millis) {
    return Math.ceilDiv(millis, 1000L);
  }
}
