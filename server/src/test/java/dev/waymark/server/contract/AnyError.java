package dev.waymark.server.contract;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Extra;
import dev.waymark.errors.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Errors of every code, with waits of any length where the code has one. */
final class AnyError {
  private static final Instant SOME_TIME = Instant.parse("2026-01-01T00:00:00Z");

  private AnyError() {}

  static Arbitrary<ApiError> any() {
    return Combinators.combine(
            Arbitraries.of(ErrorCode.class),
            Arbitraries.oneOf(
                Arbitraries.longs().between(0, 200_000),
                Arbitraries.of(0L, 1L, 999L, 1000L, 1001L, 119_999L, 120_000L, 120_001L)))
        .as(AnyError::of);
  }

  static ApiError of(ErrorCode code, long millis) {
    Map<String, Object> extras = new LinkedHashMap<>();
    for (Extra extra : code.extras()) {
      extras.put(extra.name(), value(extra.type()));
    }
    return new ApiError(code, extras, retry(code, millis));
  }

  private static Retry retry(ErrorCode code, long millis) {
    return switch (code.strategy()) {
      case NEVER -> Retry.never();
      case FIX_REQUEST -> Retry.fixRequest();
      case AFTER_DELAY -> Retry.afterDelay(Duration.ofMillis(millis));
      case BACKOFF -> Retry.backoff(millis, Math.max(millis, 30_000));
      case AFTER_EVENT ->
          Retry.afterEvent(
              Objects.requireNonNull(code.event()),
              SOME_TIME,
              code.afterMillis() == null ? null : Long.valueOf(millis));
    };
  }

  private static Object value(Extra.Type type) {
    return switch (type) {
      case STRING -> "a text";
      case INTEGER -> 7L;
      case BOOLEAN -> true;
      case TIMESTAMP -> SOME_TIME;
      case ARRAY -> List.of("one", "two");
      case OBJECT -> Map.of("one", 1);
    };
  }
}
