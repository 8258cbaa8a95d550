package dev.waymark.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.client.limits.Limits;
import dev.waymark.client.retry.Attempts;
import dev.waymark.client.retry.Outcome;
import dev.waymark.client.retry.Refusal;
import dev.waymark.client.retry.Time;
import dev.waymark.client.transport.Answer;
import dev.waymark.client.transport.ApiKey;
import dev.waymark.client.transport.ErrorBody;
import dev.waymark.errors.RetryStrategy;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

/**
 * Makes exceptions of answers and of their absence. Never fails itself: the status and the headers
 * are there even if the body is not.
 */
final class Failures {

  private static final String ELSEWHERE =
      "Check that the base URL leads to a Waymark server, and what stands between it and you.";

  private static final String WITHOUT_WORDS = "The rest of the answer is missing or damaged.";

  private final ApiKey key;
  private final Time time;

  Failures(ApiKey key, Time time) {
    this.key = key;
    this.time = time;
  }

  /** What an answer says about sending the request again. */
  Refusal refusal(Answer<byte[]> answer) {
    return Refusal.of(answer, ErrorBody.parse(text(answer)), time.now());
  }

  /** Of any outcome but a success. */
  WaymarkException of(HttpRequest request, Outcome<byte[]> outcome) {
    if (outcome instanceof Outcome.Refused<byte[]> refused) {
      return refused(request, refused.answer(), refused.attempts());
    }
    if (outcome instanceof Outcome.Unanswered<byte[]> unanswered) {
      return Unanswered.exception(request, unanswered.failure(), unanswered.attempts());
    }
    throw new IllegalArgumentException("a success is no failure");
  }

  RefusedException refused(HttpRequest request, Answer<byte[]> bytes, Attempts attempts) {
    String body = text(bytes);
    ErrorBody json = ErrorBody.parse(body);
    Refusal refusal = Refusal.of(bytes, json, time.now());
    boolean known = refusal.code().isPresent();
    WaymarkError error =
        new WaymarkError(
            refusal.code().orElse(WaymarkError.UNKNOWN_CODE),
            json.text("message").orElseGet(() -> known ? WITHOUT_WORDS : describe(request, bytes)),
            json.text("next").orElse(known ? "" : ELSEWHERE),
            json.text("docs_url"),
            refusal.requestId(),
            json.retry(),
            Charge.from(json.field("charge")),
            json.extras());
    RefusedAnswer answer =
        new RefusedAnswer(
            bytes.status(), error, refusal, Limits.of(bytes.headers()), body, sentKey(request));
    return ordered(answer, attempts);
  }

  /** For a 2xx whose body is not what the contract promises. */
  ActionNeededException unreadable(HttpRequest request, Answer<byte[]> answer, Exception cause) {
    ErrorBody nothing = ErrorBody.parse("");
    WaymarkError error =
        new WaymarkError(
            WaymarkError.UNKNOWN_CODE,
            describe(request, answer),
            ELSEWHERE,
            Optional.empty(),
            Refusal.requestId(answer, nothing),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    RefusedAnswer refused =
        new RefusedAnswer(
            answer.status(),
            error,
            Refusal.of(answer, nothing, time.now()),
            Limits.of(answer.headers()),
            beginning(text(answer)),
            sentKey(request));
    return new ActionNeededException(refused, WaymarkException.ONE, cause);
  }

  /** By what the caller can do: the strategy, and where there is none the status. */
  private RefusedException ordered(RefusedAnswer answer, Attempts attempts) {
    Optional<RetryStrategy> strategy = answer.refusal().strategy();
    if (strategy.isEmpty()) {
      return answer.refusal().shouldRetry().orElseGet(() -> passes(answer.status()))
          ? new TryLaterException(answer, attempts, time.now())
          : new ActionNeededException(answer, attempts, null);
    }
    return switch (strategy.get()) {
      case NEVER -> new ActionNeededException(answer, attempts, null);
      case FIX_REQUEST -> new InvalidRequestException(answer, attempts, null);
      case AFTER_DELAY, BACKOFF -> new TryLaterException(answer, attempts, time.now());
      case AFTER_EVENT -> new WaitForEventException(answer, attempts);
    };
  }

  private static boolean passes(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  private static Optional<String> sentKey(HttpRequest request) {
    return request.headers().firstValue("Idempotency-Key");
  }

  private String text(Answer<byte[]> answer) {
    return key.hiddenIn(new String(answer.body(), UTF_8));
  }

  private static String beginning(String text) {
    return text.length() <= 1000 ? text : text.substring(0, 1000);
  }

  private static String describe(HttpRequest request, Answer<?> answer) {
    String type = answer.header("Content-Type").orElse("no content type");
    return Shown.address(request) + " answered something that is not Waymark's (" + type + ").";
  }
}
