package dev.waymark.client.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an answer that is no success says, by the letter of the contract. */
final class Told {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

  /**
   * Those of the order of checks that come after the look-up of the idempotency key, and that a
   * request which is still on its way will meet as well.
   */
  private static final Set<String> AFTER_THE_KEY =
      Set.of(
          "IDEMPOTENCY_KEY_REUSED",
          "SCOPE_MISSING",
          "UNKNOWN_MODEL",
          "MODEL_NOT_ALLOWED",
          "INVALID_PARAMS",
          "MAX_CREDITS_EXCEEDED");

  private final Arrival.End.Answered answer;
  private final Instant now;
  private final JsonNode json;

  Told(Arrival.End.Answered answer, Instant now) {
    this.answer = answer;
    this.now = now;
    this.json = json(answer.body().replace(VirtualStage.KEY, "[key]"));
  }

  private static JsonNode json(String text) {
    try {
      return Objects.requireNonNull(Catalogue.JSON.readTree(text));
    } catch (JsonProcessingException none) {
      return MissingNode.getInstance();
    }
  }

  int status() {
    return answer.status();
  }

  JsonNode json() {
    return json;
  }

  Optional<String> code() {
    return Stream.of(text("error"), answer.header("X-Error-Code"))
        .flatMap(Optional::stream)
        .filter(CODE.asMatchPredicate())
        .findFirst();
  }

  Optional<String> requestId() {
    return Stream.of(text("request_id"), answer.header("X-Request-Id"))
        .flatMap(Optional::stream)
        .filter(ID.asMatchPredicate())
        .filter(id -> !id.contains(VirtualStage.KEY))
        .findFirst();
  }

  Optional<String> header(String name) {
    return answer.header(name);
  }

  Optional<String> text(String field) {
    return Optional.ofNullable(json.path(field).textValue());
  }

  Optional<JsonNode> row() {
    return code().flatMap(Catalogue::row);
  }

  Optional<Boolean> should() {
    return switch (answer.header("X-Should-Retry").orElse("")) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** The body's own {@code retry.strategy}, where it comes with all that belongs to it. */
  Optional<String> saidStrategy() {
    String strategy = json.path("retry").path("strategy").asText();
    boolean complete =
        switch (strategy) {
          case "never", "fix_request" -> true;
          case "after_delay" -> millis("after_ms").isPresent();
          case "backoff" -> millis("base_ms").isPresent() && millis("max_ms").isPresent();
          case "after_event" -> json.at("/retry/event").isTextual();
          default -> false;
        };
    return complete ? Optional.of(strategy) : Optional.empty();
  }

  Optional<String> strategy() {
    return row().map(row -> row.at("/retry/strategy").asText()).or(this::saidStrategy);
  }

  private Optional<Duration> millis(String field) {
    JsonNode value = json.path("retry").path(field);
    return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() > 0
        ? Optional.of(Duration.ofMillis(value.longValue()))
        : Optional.empty();
  }

  boolean mayHelp() {
    if (should().equals(Optional.of(false))) {
      return false;
    }
    return switch (strategy().orElse("")) {
      case "never", "fix_request" -> false;
      case "after_delay", "backoff" -> true;
      case "after_event" -> should().isPresent() || named().isPresent();
      default -> should().isPresent() || passes(status());
    };
  }

  /** The wait of the headers: of two that disagree the longer one. */
  Optional<Duration> headerWait() {
    return Waits.of(answer.header("Retry-After-Ms"), answer.header("Retry-After"), now);
  }

  /** The wait that the server names, wherever it does. */
  Optional<Duration> named() {
    String strategy = saidStrategy().orElse("");
    return headerWait()
        .or(() -> strategy.startsWith("after_") ? millis("after_ms") : Optional.empty())
        .or(() -> strategy.equals("backoff") ? millis("base_ms") : Optional.empty());
  }

  boolean grows() {
    return strategy().map("backoff"::equals).orElse(status() >= 500);
  }

  /** How long the contract's growing pause is by now; empty where it names none. */
  Optional<Duration> step(int attempt) {
    if (saidStrategy().equals(Optional.of("backoff"))) {
      return Optional.of(
          Waits.doubled(millis("base_ms").orElseThrow(), millis("max_ms").orElseThrow(), attempt));
    }
    return row()
        .map(row -> row.path("retry"))
        .filter(retry -> retry.path("strategy").asText().equals("backoff"))
        .map(retry ->
            Waits.doubled(
                Duration.ofMillis(retry.path("base_ms").asLong()),
                Duration.ofMillis(retry.path("max_ms").asLong()),
                attempt));
  }

  /** What a status alone says: 501 and 505 stay as they are. */
  static boolean passes(int status) {
    return Set.of(408, 429, 500, 502, 503, 504).contains(status);
  }

  /** A server that is not there, or not well: what retries must not multiply. */
  boolean outage() {
    return status() >= 500 || status() == 408;
  }

  /** Whether this answer says that no attempt of the call was carried out. */
  boolean settles() {
    return code().filter(AFTER_THE_KEY::contains).isPresent();
  }

  /** Whether the call may have been carried out though this is its answer. */
  boolean leavesOpen() {
    return status() >= 500 && !code().equals(Optional.of("OVERLOADED")) && !settles();
  }
}
