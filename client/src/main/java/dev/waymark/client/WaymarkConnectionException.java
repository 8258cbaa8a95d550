package dev.waymark.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No whole answer came: not connected, cut off, or too late. Whether the server got the request is
 * not known. A start is safe to repeat with the same {@link #idempotencyKey()}.
 */
public final class WaymarkConnectionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String OUTPUTS = "/outputs/";

  private static final String START_AGAIN =
      " It may have started: start it again with the Idempotency-Key %s, which cannot charge twice.";

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
        idempotencyKey.filter(key -> mayHaveArrived(cause)).map(START_AGAIN::formatted).orElse("");
    return new WaymarkConnectionException(
        "No answer to %s %s (%s%s).%s"
            .formatted(
                request.method(),
                shown(request.uri()),
                cause.getClass().getSimpleName(),
                reason,
                next),
        cause,
        idempotencyKey.orElse(null));
  }

  // Whoever has an output's address can read it, so it does not belong into a log.
  private static String shown(URI address) {
    String path = address.getRawPath();
    int outputs = path.indexOf(OUTPUTS);
    return "%s://%s%s"
        .formatted(
            address.getScheme(),
            address.getRawAuthority(),
            outputs < 0 ? path : path.substring(0, outputs + OUTPUTS.length()) + "…");
  }

  private static boolean mayHaveArrived(IOException cause) {
    return !(cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException);
  }

  /** With a start that may or may not have reached the server: the key that it was sent with. */
  public Optional<String> idempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }
}
