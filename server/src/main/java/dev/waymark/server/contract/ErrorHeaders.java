package dev.waymark.server.contract;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.ErrorCode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The headers of an error answer, the same in every rendering: a pure function of the error, its
 * page and of whether sending the call again is safe.
 */
final class ErrorHeaders {
  private ErrorHeaders() {}

  static Map<String, String> of(ApiError error, URI docs, boolean resendCannotChargeTwice) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Error-Code", error.code().name());
    OptionalLong wait = RetryHeaders.waitMillis(error.retry());
    headers.put("X-Should-Retry", String.valueOf(wait.isPresent() && resendCannotChargeTwice));
    wait.ifPresent(millis -> {
      headers.put("Retry-After", String.valueOf(RetryHeaders.wholeSeconds(millis)));
      headers.put("Retry-After-Ms", String.valueOf(millis));
    });
    headers.put("Link", "<%s>; rel=\"help\"".formatted(docs));
    headers.put("Vary", "Accept, Authorization");
    headers.putAll(ofCode(error.code(), error.extras()));
    return headers;
  }

  // The codes that owe a header of their own; all others owe none.
  private static Map<String, String> ofCode(ErrorCode code, Map<String, Object> extras) {
    return switch (code) {
      case UNAUTHORIZED -> Map.of("WWW-Authenticate", "Bearer realm=\"waymark\"");
      case KEY_INVALID, KEY_REVOKED, KEY_EXPIRED ->
          Map.of("WWW-Authenticate", "Bearer realm=\"waymark\", error=\"invalid_token\"");
      case METHOD_NOT_ALLOWED -> Map.of("Allow", list(extras.get("allowed")));
      case RANGE_NOT_SATISFIABLE -> Map.of("Content-Range", "bytes */" + extras.get("length"));
      default -> Map.of();
    };
  }

  private static String list(@Nullable Object values) {
    return (values instanceof List<?> many ? many : List.of())
        .stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
