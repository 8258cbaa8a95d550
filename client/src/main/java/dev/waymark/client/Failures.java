package dev.waymark.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.waymark.client.limits.Limits;
import dev.waymark.client.retry.Attempts;
import dev.waymark.client.retry.Outcome;
import dev.waymark.client.retry.Refusal;
import dev.waymark.client.retry.Time;
import dev.waymark.client.transport.Answer;
import dev.waymark.client.transport.ApiKey;
import dev.waymark.client.transport.ErrorBody;
import dev.waymark.errors.RetryStrategy;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    return Refusal.of(withoutKey(answer), ErrorBody.parse(text(answer)), time.now());
  }

  /** Of any outcome but a success. */
  WaymarkException of(HttpRequest request, Outcome<byte[]> outcome) {
    if (outcome instanceof Outcome.Refused<byte[]> refused) {
      return refused(request, refused.answer(), refused.attempts());
    }
    if (outcome instanceof Outcome.Unanswered<byte[]> unanswered) {
      return Unanswered.exception(request, unanswered.failure(), unanswered.attempts());
    }
    if (outcome instanceof Outcome.Interrupted<byte[]> interrupted) {
      return WaymarkInterruptedException.restoring(
          interrupted.interrupt(), interrupted.attempts(), sentKey(request));
    }
    throw new IllegalArgumentException("a success is no failure");
  }

  RefusedException refused(HttpRequest request, Answer<byte[]> answered, Attempts attempts) {
    Answer<byte[]> bytes = withoutKey(answered);
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

  /**
   * For a 2xx whose body is not what the contract promises. It may be anybody's, so nobody knows
   * whether the call was carried out.
   */
  ActionNeededException unreadable(
      HttpRequest request, Outcome.Success<byte[]> success, Exception cause) {
    Answer<byte[]> answer = withoutKey(success.answer());
    Attempts made = success.attempts();
    Attempts attempts =
        new Attempts(made.count(), made.elapsed(), made.reason(), /* outcomeUnknown= */ true);
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
    return new ActionNeededException(refused, attempts, withoutWords(cause));
  }

  /** By what the caller can do: the strategy, and where there is none the status. */
  private RefusedException ordered(RefusedAnswer answer, Attempts attempts) {
    Optional<RetryStrategy> strategy = answer.refusal().strategy();
    if (strategy.isEmpty()) {
      return answer.refusal().shouldRetry().orElseGet(() -> Refusal.passes(answer.status()))
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

  private static Optional<String> sentKey(HttpRequest request) {
    return request.headers().firstValue("Idempotency-Key");
  }

  private String text(Answer<byte[]> answer) {
    return key.hiddenIn(new String(answer.body(), UTF_8));
  }

  /** A proxy that repeats what it was sent may do so in any header. */
  private Answer<byte[]> withoutKey(Answer<byte[]> answer) {
    Map<String, List<String>> hidden = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    answer
        .headers()
        .map()
        .forEach((name, values) -> hidden.put(name, values.stream().map(key::hiddenIn).toList()));
    return new Answer<>(
        answer.status(), HttpHeaders.of(hidden, (name, value) -> true), answer.body());
  }

  /** What a parser says of a body repeats parts of it, which may be a prompt or an address. */
  private static Exception withoutWords(Exception cause) {
    if (!(cause instanceof JsonProcessingException json)) {
      return cause;
    }
    JsonLocation place = json.getLocation();
    String where =
        place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    IOException plain = new IOException(json.getClass().getSimpleName() + where);
    plain.setStackTrace(json.getStackTrace());
    return plain;
  }

  private static String beginning(String text) {
    return text.length() <= 1000 ? text : text.substring(0, 1000);
  }

  private static String describe(HttpRequest request, Answer<?> answer) {
    String type = answer.header("Content-Type").orElse("no content type");
    return Shown.address(request) + " answered something that is not Waymark's (" + type + ").";
  }
}
