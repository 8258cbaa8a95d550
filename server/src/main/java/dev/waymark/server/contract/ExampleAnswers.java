package dev.waymark.server.contract;

import dev.waymark.errors.ErrorCode;
import dev.waymark.server.ids.RequestId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes answers of the contract's examples, with the code that makes the real ones. */
@Singleton
public final class ExampleAnswers {
  private static final RequestId REQUEST = new RequestId("req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G");

  private final Examples examples;

  ExampleAnswers(Examples examples) {
    this.examples = examples;
  }

  /** The answer to a call whose resend could not charge twice; {@code docs} is the code's page. */
  public ExampleAnswer of(ErrorCode code, URI docs) {
    AnsweredError answered =
        new AnsweredError(examples.of(code), docs, REQUEST, examples.charge(code));
    return code.jobOnly()
        ? new ExampleAnswer(
            answered.error(), Map.of(), Map.of(Rendering.NATIVE, ErrorBody.of(answered)))
        : new ExampleAnswer(answered.error(), headers(answered), bodies(answered));
  }

  private static Map<String, String> headers(AnsweredError answered) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Request-Id", REQUEST.value());
    headers.putAll(ErrorHeaders.of(answered.error(), answered.docs(), true));
    return headers;
  }

  private static Map<Rendering, Map<String, Object>> bodies(AnsweredError answered) {
    Map<Rendering, Map<String, Object>> bodies = new EnumMap<>(Rendering.class);
    for (Rendering rendering : Rendering.values()) {
      bodies.put(rendering, Renderings.body(answered, rendering));
    }
    return bodies;
  }
}
