package dev.waymark.client;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No whole answer came: not connected, cut off, or too late. Whether the server got the request is not known. A start
 * is safe to repeat with the same {@link #idempotencyKey()}.
 */
public final class WaymarkConnectionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String idempotencyKey;

  private WaymarkConnectionException(
      String message, IOException cause, @Nullable String idempotencyKey) {
    super(message, cause);
    this.idempotencyKey = idempotencyKey;
  }

  static WaymarkConnectionException of(HttpRequest request, IOException cause) {
    String reason = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    Optional<String> idempotencyKey = request.headers().firstValue("Idempotency-Key");
    String next =
        idempotencyKey
            .map(key -> " It may have started; start it again with the Idempotency-Key " + key + ", which cannot charge twice.")
            .orElse("");
    return new WaymarkConnectionException(
        "No answer to %s %s (%s%s).%s"
            .formatted(request.method(), request.uri(), cause.getClass().getSimpleName(), reason, next),
        cause,
        idempotencyKey.orElse(null));
  }

  /** With a start that may or may not have reached the server: the key that it was sent with. */
  public Optional<String> idempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }
}
