package dev.waymark.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.errors.ApiError;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Extra;
import dev.waymark.errors.Retry;
import dev.waymark.errors.RetryStrategy;
import dev.waymark.server.wallet.Credits;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The error of every code as the contract's own examples show it, with their values: read once, and
 * fails at the start if a code has no example or one that is not of its kind.
 */
@Singleton
public final class Examples {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<ErrorCode, ApiError> errors = new EnumMap<>(ErrorCode.class);
  private final Map<ErrorCode, Charge> charges = new EnumMap<>(ErrorCode.class);
  private final JsonNode start;
  private final Contract contract;

  Examples(Contract contract) {
    this.contract = contract;
    JsonNode examples = contract.node("/components/examples");
    for (ErrorCode code : ErrorCode.values()) {
      JsonNode example = example(code, examples);
      errors.put(code, error(code, example));
      charges.put(
          code,
          new Charge(
              code.charge(), new Credits(example.path("charge").path("credits").longValue())));
    }
    start = examples.path("WindowRequest").path("value");
  }

  /** The body of a start that only says what it has to. */
  public ObjectNode start() {
    return start.deepCopy();
  }

  /** What has become of the credits, as the example shows it. */
  Charge charge(ErrorCode code) {
    return charges.getOrDefault(code, Charge.NONE);
  }

  /** The error as it would be thrown. */
  public ApiError of(ErrorCode code) {
    ApiError error = errors.get(code);
    if (error == null) {
      throw new IllegalStateException("no example of " + code);
    }
    return error;
  }

  /** The same as this operation, which lists the code, shows it. */
  public ApiError of(Operation operation, ErrorCode code) {
    return error(code, contract.example(operation, code));
  }

  // Codes that answer calls have an example of their own name; the others stand on a generation.
  private static JsonNode example(ErrorCode code, JsonNode examples) {
    JsonNode own = examples.path(code.name()).path("value");
    if (!own.isMissingNode()) {
      return own;
    }
    for (JsonNode example : examples) {
      JsonNode error = example.path("value").path("error");
      if (error.path("error").asText().equals(code.name())) {
        return error;
      }
    }
    throw new IllegalStateException("the contract shows no example of " + code);
  }

  private static ApiError error(ErrorCode code, JsonNode example) {
    Map<String, Object> extras = new LinkedHashMap<>();
    for (Extra extra : code.extras()) {
      JsonNode value = example.path(extra.name());
      if (!value.isMissingNode()) {
        extras.put(extra.name(), value(extra.type(), value));
      }
    }
    return new ApiError(code, extras, retry(code, example.path("retry")));
  }

  private static Object value(Extra.Type type, JsonNode value) {
    return switch (type) {
      case STRING -> value.textValue();
      case INTEGER -> value.longValue();
      case BOOLEAN -> value.booleanValue();
      case TIMESTAMP -> Instant.parse(value.textValue());
      case ARRAY, OBJECT -> JSON.convertValue(value, Object.class);
    };
  }

  private static Retry retry(ErrorCode code, JsonNode retry) {
    RetryStrategy strategy = code.strategy();
    return switch (strategy) {
      case NEVER -> Retry.never();
      case FIX_REQUEST -> Retry.fixRequest();
      case AFTER_DELAY -> Retry.afterDelay(Duration.ofMillis(retry.path("after_ms").longValue()));
      case BACKOFF ->
          Retry.backoff(retry.path("base_ms").longValue(), retry.path("max_ms").longValue());
      case AFTER_EVENT ->
          Retry.afterEvent(retry.path("event").textValue(), resetsAt(retry), code.afterMillis());
    };
  }

  private static @Nullable Instant resetsAt(JsonNode retry) {
    return retry.has("resets_at") ? Instant.parse(retry.path("resets_at").textValue()) : null;
  }
}
