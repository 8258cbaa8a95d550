package dev.waymark.client.retry;

import dev.waymark.client.transport.Answer;
import dev.waymark.client.transport.ErrorBody;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Retry;
import dev.waymark.errors.RetryStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer that is no success says about sending the request again.
 *
 * @param code the contract's, from the body or else from {@code X-Error-Code}
 * @param retry the body's, which counts where the code is not known
 * @param shouldRetry {@code X-Should-Retry}, where it is {@code true} or {@code false}
 * @param retryAfter the wait that the headers name
 * @param running the generations in flight that the call has to wait for
 */
public record Refusal(
    int status,
    Optional<String> code,
    Optional<Retry> retry,
    Optional<Boolean> shouldRetry,
    Optional<Duration> retryAfter,
    Optional<String> requestId,
    List<String> running) {

  private static final Pattern REQUEST_ID = Pattern.compile("[\\w.:-]{1,128}");

  public Refusal {
    running = List.copyOf(running);
  }

  /** Never fails, whatever the answer is. */
  public static Refusal of(Answer<?> answer, ErrorBody body, Instant now) {
    return new Refusal(
        answer.status(),
        body.code().or(() -> answer.header("X-Error-Code").filter(ErrorBody::isCode)),
        body.retry(),
        answer
            .header("X-Should-Retry")
            .filter(word -> word.equals("true") || word.equals("false"))
            .map(Boolean::valueOf),
        RetryAfter.of(answer.headers(), now),
        requestId(answer, body),
        body.texts("running"));
  }

  /** Whether it is of the kind that passes, where nothing but the status tells. */
  public static boolean passes(int status) {
    return switch (status) {
      case 408, 429, 500, 502, 503, 504 -> true;
      default -> false;
    };
  }

  /** What is not an id, such as a proxy's words, is left out: ids go into log lines. */
  public static Optional<String> requestId(Answer<?> answer, ErrorBody body) {
    return body.text("request_id")
        .filter(REQUEST_ID.asMatchPredicate())
        .or(() -> answer.header("X-Request-Id").filter(REQUEST_ID.asMatchPredicate()));
  }

  /** Empty when the code is newer than this client, or missing. */
  public Optional<ErrorCode> knownCode() {
    return code.flatMap(ErrorCode::byName);
  }

  /** What the catalogue says of the code, else what the answer itself says. */
  public Optional<RetryStrategy> strategy() {
    return knownCode().map(ErrorCode::strategy).or(() -> retry.map(Retry::strategy));
  }

  /** The wait that the server named: in the headers, or else in the body. */
  public Optional<Duration> namedWait() {
    return retryAfter.or(() -> retry.flatMap(Refusal::inBody).map(Duration::ofMillis));
  }

  private static Optional<Long> inBody(Retry said) {
    return Optional.ofNullable(said.afterMillis()).or(() -> Optional.ofNullable(said.baseMillis()));
  }
}
