package dev.waymark.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.errors.ErrorCode;
import io.micronaut.http.MediaType;
import java.util.Locale;

/** Finds the errors that the OpenAPI document shows as examples of an operation's answers. */
final class ExampleReader {
  private final JsonNode document;

  ExampleReader(JsonNode document) {
    this.document = document;
  }

  /** The operation's example of a code that it lists. */
  JsonNode example(Operation operation, ErrorCode code) {
    JsonNode responses =
        document
            .path("paths")
            .path(operation.route())
            .path(operation.method().toLowerCase(Locale.ROOT))
            .path("responses");
    JsonNode examples =
        resolved(responses.path(Integer.toString(code.status())))
            .path("content")
            .path(MediaType.APPLICATION_JSON)
            .path("examples");
    JsonNode example = resolved(examples.path(code.name())).path("value");
    if (example.isMissingNode()) {
      throw new IllegalStateException(operation.id() + " has no example of " + code);
    }
    return example;
  }

  private JsonNode resolved(JsonNode node) {
    return References.resolved(document, node);
  }
}
