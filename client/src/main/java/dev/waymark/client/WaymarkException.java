package dev.waymark.client;

import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Retry;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server answered, and not with what was asked for. Branch on {@link #code()}; whoever reads
 * {@link #getMessage()} finds the server's own words there, with what to do next, where to read
 * more, and the request id.
 *
 * <p>Also thrown when the answer is not Waymark's at all, such as a proxy's page: the status is
 * there then, and the code is {@link WaymarkError#UNKNOWN_CODE}.
 */
public final class WaymarkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient WaymarkError error;
  private final transient HttpHeaders headers;
  private final String body;

  WaymarkException(
      int status, WaymarkError error, HttpHeaders headers, String body, @Nullable Throwable cause) {
    super(status + " " + error.sentence(), cause);
    this.status = status;
    this.error = error;
    this.headers = headers;
    this.body = body;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** All that the server said about it. */
  public WaymarkError error() {
    return error;
  }

  /** What to branch on; {@link WaymarkError#UNKNOWN_CODE} when the answer was not Waymark's. */
  public String code() {
    return error.code();
  }

  /** The code, if this version of the client knows it. */
  public Optional<ErrorCode> knownCode() {
    return error.knownCode();
  }

  /** What to do now, in one sentence for people. */
  public String next() {
    return error.next();
  }

  /** A page on the code, with an example; empty when the server did not say. */
  public Optional<String> docsUrl() {
    return error.docsUrl();
  }

  /** What support asks for. */
  public Optional<String> requestId() {
    return error.requestId();
  }

  /** {@link #next()} for programs. */
  public Optional<Retry> retry() {
    return error.retry();
  }

  /**
   * How long to wait before the same request is sent again; empty when waiting is not said to help.
   */
  public Optional<Duration> retryAfter() {
    return RetryAfter.of(headers.firstValue("Retry-After-Ms"), headers.firstValue("Retry-After"));
  }

  /**
   * Whether the server said that the same request may succeed soon without a person, and cannot
   * charge twice. False also when it did not say.
   */
  public boolean shouldRetry() {
    return headers.firstValue("X-Should-Retry").filter("true"::equals).isPresent();
  }

  /** What became of the credits. */
  public Optional<Charge> charge() {
    return error.charge();
  }

  /** The code's own fields, by name as on the wire. */
  public Map<String, Object> extras() {
    return error.extras();
  }

  /**
   * The answer's body as it came, for support; its first 64 KiB, and with {@code [key]} where it
   * repeated the key.
   */
  public String body() {
    return body;
  }
}
