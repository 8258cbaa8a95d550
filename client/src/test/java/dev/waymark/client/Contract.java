package dev.waymark.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.client.transport.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The contract's own examples, which are what the scripted server answers. */
final class Contract {

  private static final JsonNode YAML = load();

  private Contract() {}

  /** The named example under {@code components/examples}; a fresh copy. */
  static ObjectNode example(String name) {
    JsonNode value = YAML.at("/components/examples/" + name + "/value");
    if (!(value instanceof ObjectNode object)) {
      throw new IllegalArgumentException("The contract has no example " + name);
    }
    return object.deepCopy();
  }

  /** The first example of an operation's success. */
  static ObjectNode answer(String method, String path) {
    JsonNode responses = YAML.path("paths").path(path).path(method).path("responses");
    return first(responses.path(responses.has("201") ? "201" : "200"));
  }

  /** The named example of what an operation takes. */
  static ObjectNode request(String method, String path, String name) {
    JsonNode body = YAML.path("paths").path(path).path(method).path("requestBody");
    return body.at("/content/application~1json/examples/" + name).withObject("/value").deepCopy();
  }

  private static ObjectNode first(JsonNode content) {
    JsonNode examples = content.at("/content/application~1json/examples");
    return examples.elements().next().withObject("/value").deepCopy();
  }

  /** The codes that an answer can have, which is all but those of finished generations. */
  static Stream<JsonNode> catalogue() {
    return allCodes().filter(row -> row.path("status").asInt() > 0);
  }

  static Stream<JsonNode> allCodes() {
    return StreamSupport.stream(YAML.path("x-error-catalogue").spliterator(), false);
  }

  private static JsonNode load() {
    try (InputStream file =
        Objects.requireNonNull(Contract.class.getResourceAsStream("/dev/waymark/openapi.yaml"))) {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(1000);
      Object yaml = new Yaml(new SafeConstructor(options)).load(file);
      // Not the client's own mapper, which leaves out what is null.
      return new ObjectMapper().valueToTree(yaml);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String text(JsonNode json) {
    try {
      return Json.mapper().writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
