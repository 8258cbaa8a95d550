package dev.waymark.client;

import dev.waymark.client.limits.Limits;
import dev.waymark.client.retry.Attempts;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Extras;
import dev.waymark.errors.Retry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server answered, and not with what was asked for. Also thrown when the answer is not
 * Waymark's at all, such as a proxy's page: the status and the beginning of the body are there
 * then, and the code is {@link WaymarkError#UNKNOWN_CODE}.
 */
public abstract sealed class RefusedException extends WaymarkException
    permits ActionNeededException,
        InvalidRequestException,
        TryLaterException,
        WaitForEventException {

  private static final long serialVersionUID = 1L;

  private final transient RefusedAnswer answer;

  RefusedException(RefusedAnswer answer, Attempts attempts, @Nullable Throwable cause) {
    super(answer.message(attempts), attempts, cause);
    this.answer = answer;
  }

  /** The HTTP status. */
  public int status() {
    return answer.status();
  }

  /** All that the server said about it. */
  public WaymarkError error() {
    return answer.error();
  }

  @Override
  public String code() {
    return error().code();
  }

  /** The code, if this version of the client knows it. */
  public Optional<ErrorCode> knownCode() {
    return error().knownCode();
  }

  @Override
  public String next() {
    return error().next();
  }

  /** A page on the code, with an example; empty when the server did not say. */
  public Optional<String> docsUrl() {
    return error().docsUrl();
  }

  @Override
  public Optional<String> requestId() {
    return error().requestId();
  }

  @Override
  public Optional<String> idempotencyKey() {
    return answer.idempotencyKey();
  }

  /** {@link #next()} for programs. */
  public Optional<Retry> retry() {
    return error().retry();
  }

  /** How long to wait before the same request is worth sending again, as the server named it. */
  public Optional<Duration> retryAfter() {
    return answer.refusal().namedWait();
  }

  /**
   * Whether the server said that the same request may succeed soon without a person, and cannot
   * charge twice. False also when it did not say.
   */
  public boolean shouldRetry() {
    return answer.refusal().shouldRetry().orElse(false);
  }

  /** What became of the credits. */
  public Optional<Charge> charge() {
    return error().charge();
  }

  /** Where the caller stands with its limits; what the answer does not tell is empty. */
  public Limits limits() {
    return answer.limits();
  }

  /** The code's own fields, by name as on the wire. */
  public Map<String, Object> extras() {
    return error().extras();
  }

  /** See {@link WaymarkError#typedExtras()}. */
  public Optional<Extras> typedExtras() {
    return error().typedExtras();
  }

  /**
   * The answer's body as it came, for support; its first 64 KiB, and with {@code [key]} where it
   * repeated the key.
   */
  public String body() {
    return answer.body();
  }
}
