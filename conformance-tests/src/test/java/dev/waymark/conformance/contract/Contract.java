package dev.waymark.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.process.BuildProperty;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code openapi.yaml} as it stands in the repository. Its own references are followed, no others.
 */
public record Contract(JsonNode document) {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** Where the document, its lint and its mock are. */
  public static Path folder() {
    return BuildProperty.path("waymark.contract.folder");
  }

  public static Path file() {
    return folder().resolve("openapi.yaml");
  }

  public static Contract read() {
    try (Reader reader = Files.newBufferedReader(file())) {
      Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
      return new Contract(new ObjectMapper().valueToTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file(), e);
    }
  }

  public List<Operation> operations() {
    return document.path("paths").properties().stream().flatMap(this::operations).toList();
  }

  public Operation operation(String id) {
    return operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The contract has no operation " + id));
  }

  public List<CatalogueRow> catalogue() {
    return document.path("x-error-catalogue").valueStream().map(CatalogueRow::of).toList();
  }

  public CatalogueRow row(String code) {
    return catalogue().stream()
        .filter(row -> row.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError("The catalogue has no row " + code));
  }

  /** The node itself, or what it refers to. */
  public JsonNode resolve(JsonNode node) {
    JsonNode reference = node.path("$ref");
    if (!reference.isTextual()) {
      return node;
    }
    JsonNode target = document.at(reference.textValue().substring(1));
    if (target.isMissingNode()) {
      throw new AssertionError("The contract has nothing at " + reference.textValue());
    }
    return resolve(target);
  }

  private Stream<Operation> operations(Map.Entry<String, JsonNode> path) {
    return path.getValue().properties().stream()
        .filter(entry -> METHODS.contains(entry.getKey()))
        .map(entry -> new Operation(this, path.getKey(), entry.getKey(), entry.getValue()));
  }
}
