package dev.waymark.conformance.judging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.waymark.conformance.faults.Reply;
import dev.waymark.conformance.faults.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What an answer says of itself.
 *
 * @param body missing where it is not whole, or no JSON object
 */
record Said(Reply reply, JsonNode body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NUMBER = "\\d{1,12}(\\.\\d+)?";

  static Said by(Reply reply) {
    return new Said(
        reply,
        reply.manner() == Reply.Manner.CUT ? MissingNode.getInstance() : object(reply.body()));
  }

  /** {@code retry} of an answer's body; missing where there is none. */
  static JsonNode retry(Step met) {
    return met instanceof Reply reply ? by(reply).retry() : MissingNode.getInstance();
  }

  /** From the body, or else from the header; empty where neither has one. */
  String code() {
    String code = body.path("error").asText();
    return code.matches("[A-Z][A-Z0-9_]+") ? code : reply.header("X-Error-Code").orElse("");
  }

  Optional<String> requestId() {
    return Optional.of(body.path("request_id").asText())
        .filter(id -> !id.isEmpty())
        .or(() -> reply.header("X-Request-Id"));
  }

  JsonNode retry() {
    return body.path("retry");
  }

  /** The wait that is named, in the headers or else in the body; until a date from that moment. */
  Optional<Duration> wait(Instant from) {
    Optional<Duration> seconds = reply.header("Retry-After").flatMap(text -> seconds(text, from));
    Optional<Duration> millis = reply.header("Retry-After-Ms").flatMap(text -> number(text, 1));
    if (millis.isPresent() && seconds.isPresent()) {
      boolean agree = seconds.get().minus(millis.get()).compareTo(Duration.ofSeconds(1)) < 0;
      return agree ? millis : seconds;
    }
    return millis.or(() -> seconds).or(this::inBody);
  }

  /** Whether it names its wait in a form that neither HTTP nor the contract has. */
  boolean isWaitOfNoForm() {
    boolean isFraction = reply.header("Retry-After").filter(one -> one.contains(".")).isPresent();
    return isFraction && reply.header("Retry-After-Ms").isEmpty();
  }

  private Optional<Duration> inBody() {
    long millis = retry().path("after_ms").asLong(retry().path("base_ms").asLong(0));
    return millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
  }

  private static Optional<Duration> seconds(String text, Instant from) {
    return number(text, 1000).or(() -> date(text).map(date -> Duration.between(from, date)));
  }

  private static Optional<Duration> number(String text, int unitMillis) {
    return text.matches(NUMBER)
        ? Optional.of(
            Duration.ofMillis(
                new BigDecimal(text)
                    .multiply(BigDecimal.valueOf(unitMillis))
                    .setScale(0, RoundingMode.CEILING)
                    .longValue()))
        : Optional.empty();
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static JsonNode object(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return json.isObject() ? json : MissingNode.getInstance();
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
