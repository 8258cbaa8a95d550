package dev.waymark.server.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.errors.ApiError;
import dev.waymark.errors.Retry;
import dev.waymark.server.ids.RequestId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The native rendering of an error: a pure function of the error, the call and the charge. */
public final class ErrorBody {
  private ErrorBody() {}

  static Map<String, Object> of(AnsweredError answered) {
    return body(answered.error(), answered.docs(), answered.requestId(), answered.charge());
  }

  /** The same as it is stored: without the address, which is only known when it is answered. */
  public static Map<String, Object> stored(ApiError error, RequestId requestId, Charge charge) {
    return body(error, null, requestId, charge);
  }

  /** What was stored, as it is answered. */
  public static ObjectNode answered(ObjectNode stored, URI docs) {
    ObjectNode body = stored.objectNode();
    stored
        .properties()
        .forEach(field -> {
          body.set(field.getKey(), field.getValue());
          if (field.getKey().equals("next")) {
            body.put("docs_url", docs.toString());
          }
        });
    return body;
  }

  private static Map<String, Object> body(
      ApiError error, @Nullable URI docs, RequestId requestId, Charge charge) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error.code().name());
    body.put("message", error.message());
    body.put("next", error.next());
    putIfPresent(body, "docs_url", docs == null ? null : docs.toString());
    body.put("request_id", requestId.value());
    body.put("retry", retry(error.retry()));
    body.put("charge", charge(charge));
    body.putAll(error.extras());
    return body;
  }

  /**
   * {@code retry} as it stands in an error; numbers that the strategy does not have are left out.
   */
  public static Map<String, Object> retry(Retry retry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("strategy", retry.strategy().wireName());
    putIfPresent(fields, "after_ms", retry.afterMillis());
    putIfPresent(fields, "base_ms", retry.baseMillis());
    putIfPresent(fields, "max_ms", retry.maxMillis());
    putIfPresent(fields, "event", retry.event());
    putIfPresent(fields, "resets_at", retry.resetsAt());
    return fields;
  }

  static Map<String, Object> charge(Charge charge) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("state", charge.state().wireName());
    fields.put("credits", charge.credits().value());
    return fields;
  }

  private static void putIfPresent(
      Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
