package dev.waymark.client.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The contract as it is written, read without anything that the client reads it with. */
final class Catalogue {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode YAML = load();

  private Catalogue() {}

  /** All rows, those of finished generations included. */
  static List<JsonNode> rows() {
    List<JsonNode> rows = new ArrayList<>();
    YAML.path("x-error-catalogue").forEach(rows::add);
    return rows;
  }

  static Optional<JsonNode> row(String code) {
    return rows().stream().filter(row -> row.path("code").asText().equals(code)).findFirst();
  }

  static String example(String name) {
    return YAML.at("/components/examples/" + name + "/value").toString();
  }

  /** The first example of a success. */
  static String success(Deed deed) {
    return switch (deed) {
      case START, START_WITH_KEY -> example("PendingGeneration");
      case QUOTE -> answer("post", "/api/v1/quotes");
      case GET -> example("CompletedGeneration");
      case LIST -> answer("get", "/api/v1/generations");
      case CANCEL -> example("CancelledGeneration");
      case MODEL -> answer("get", "/api/v1/models/{model}");
      case ACCOUNT -> answer("get", "/api/v1/account");
    };
  }

  private static String answer(String method, String path) {
    JsonNode example =
        YAML.path("paths")
            .path(path)
            .path(method)
            .at("/responses/200/content/application~1json/examples")
            .elements()
            .next();
    String pointer = example.path("$ref").asText("").replaceFirst("^#", "");
    return (pointer.isEmpty() ? example : YAML.at(pointer)).path("value").toString();
  }

  static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static JsonNode load() {
    try (InputStream file =
        Objects.requireNonNull(Catalogue.class.getResourceAsStream("/dev/waymark/openapi.yaml"))) {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(1000);
      Object yaml = new Yaml(new SafeConstructor(options)).load(file);
      return JSON.valueToTree(yaml);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
