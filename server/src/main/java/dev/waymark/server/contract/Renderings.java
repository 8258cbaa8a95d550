package dev.waymark.server.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The body of an error in each of its renderings: a pure function of the error as answered. */
@Singleton
final class Renderings {
  private final ObjectMapper json;

  Renderings(ObjectMapper json) {
    this.json = json;
  }

  /**
   * The body as it is sent. Written here, for the framework writes only the types of JSON that it
   * knows; by way of a text, for half a character in an extra must not lose the whole answer.
   */
  byte[] write(AnsweredError answered, Rendering rendering) {
    try {
      return json.writeValueAsString(body(answered, rendering)).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an extra is no JSON", e);
    }
  }

  static Map<String, Object> body(AnsweredError answered, Rendering rendering) {
    return switch (rendering) {
      case NATIVE -> ErrorBody.of(answered);
      case PROBLEM -> ProblemBody.of(answered);
      case STATUS -> StatusBody.of(answered);
      case TYPED -> TypedBody.of(answered);
      case PLAIN -> PlainBody.of(answered);
    };
  }
}
