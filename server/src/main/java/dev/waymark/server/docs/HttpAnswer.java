package dev.waymark.server.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.server.contract.ExampleAnswer;
import dev.waymark.server.contract.Rendering;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;

/** Writes an answer down as it goes over the wire. */
@Singleton
final class HttpAnswer {
  private static final DefaultPrettyPrinter LINES =
      new DefaultPrettyPrinter(
          Separators.createDefaultInstance()
              .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator(""));

  private final ObjectMapper json;

  HttpAnswer(ObjectMapper json) {
    this.json = json;
  }

  /** Status line, headers and body. */
  String whole(ExampleAnswer answer, Rendering rendering) {
    int status = answer.error().code().status();
    StringBuilder text = new StringBuilder("HTTP/1.1 " + status);
    text.append(' ').append(HttpStatus.valueOf(status).getReason()).append('\n');
    text.append("Content-Type: ").append(rendering.mediaType()).append('\n');
    answer.headers().forEach((name, value) -> text.append(name + ": " + value + "\n"));
    return text.append('\n').append(body(answer, rendering)).toString();
  }

  /** The body alone, one field a line. */
  String body(ExampleAnswer answer, Rendering rendering) {
    try {
      return readable(Objects.requireNonNull(answer.bodies().get(rendering)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an example cannot be written", e);
    }
  }

  // By way of the bytes that would be sent, so that values look as they do there.
  private String readable(Map<String, Object> body) throws JsonProcessingException {
    return json.writer(LINES).writeValueAsString(json.readTree(json.writeValueAsString(body)));
  }
}
