package dev.waymark.client.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.errors.Retry;
import dev.waymark.errors.RetryStrategy;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error as JSON, read field by field: one that is missing or wrong takes none of the others with
 * it.
 */
public final class ErrorBody {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");
  private static final List<String> COMMON =
      List.of("error", "message", "next", "docs_url", "request_id", "retry", "charge");

  private final JsonNode json;

  private ErrorBody(JsonNode json) {
    this.json = json;
  }

  /** Of any text at all; what is not a JSON object has no field. */
  public static ErrorBody parse(String text) {
    try {
      return new ErrorBody(Json.mapper().readTree(text));
    } catch (JsonProcessingException notJson) {
      return new ErrorBody(MissingNode.getInstance());
    }
  }

  public static ErrorBody of(Object bean) {
    return new ErrorBody(Json.mapper().valueToTree(bean));
  }

  public static boolean isCode(String word) {
    return CODE.matcher(word).matches();
  }

  public Optional<String> code() {
    return text("error").filter(ErrorBody::isCode);
  }

  public Optional<String> text(String field) {
    return Optional.ofNullable(json.path(field).textValue());
  }

  /** The texts in a list; what is none is left out. */
  public List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : json.path(field)) {
      if (each.isTextual()) {
        texts.add(each.textValue());
      }
    }
    return texts;
  }

  public Optional<Retry> retry() {
    JsonNode retry = json.path("retry");
    return RetryStrategy.byWireName(retry.path("strategy").asText())
        .map(strategy -> retry(strategy, retry));
  }

  private static @Nullable Retry retry(RetryStrategy strategy, JsonNode retry) {
    Long after = millis(retry.path("after_ms"));
    Long base = millis(retry.path("base_ms"));
    Long most = millis(retry.path("max_ms"));
    String event = retry.path("event").textValue();
    return switch (strategy) {
      case NEVER -> Retry.never();
      case FIX_REQUEST -> Retry.fixRequest();
      case AFTER_DELAY -> after == null ? null : new Retry(strategy, after, null, null, null, null);
      case BACKOFF -> base == null || most == null ? null : Retry.backoff(base, most);
      case AFTER_EVENT ->
          event == null ? null : Retry.afterEvent(event, instant(retry.path("resets_at")), after);
    };
  }

  /** A field as it stands; missing where there is none. */
  public JsonNode field(String name) {
    return json.path(name);
  }

  /** What stands beside the fields that all errors have. */
  public Map<String, Object> extras() {
    if (!(json instanceof ObjectNode object)) {
      return Map.of();
    }
    ObjectNode extras = object.deepCopy().remove(COMMON);
    return Json.mapper().convertValue(extras, new TypeReference<Map<String, Object>>() {});
  }

  private static @Nullable Long millis(JsonNode value) {
    boolean wait = value.isIntegralNumber() && value.canConvertToLong() && value.longValue() > 0;
    return wait ? Long.valueOf(value.longValue()) : null;
  }

  private static @Nullable Instant instant(JsonNode value) {
    try {
      return value.isTextual() ? Instant.parse(value.textValue()) : null;
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
