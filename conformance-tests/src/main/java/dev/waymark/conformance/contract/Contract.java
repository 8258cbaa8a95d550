package dev.waymark.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** {@code openapi.yaml}. Its own references are followed, no others. */
public record Contract(JsonNode document) {
  private static final String RESOURCE = "/dev/waymark/openapi.yaml";
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** The contract that this kit was built with. */
  public static Contract read() {
    try (InputStream embedded = Contract.class.getResourceAsStream(RESOURCE)) {
      return parsed(
          new InputStreamReader(
              Objects.requireNonNull(embedded, RESOURCE), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE, e);
    }
  }

  /**
   * Another one.
   *
   * @throws UncheckedIOException if there is no such file, or it cannot be read
   * @throws IllegalArgumentException if answers cannot be judged by it: it is no YAML, no OpenAPI,
   *     or has no {@code x-error-catalogue}; with the file and what is missing
   */
  public static Contract read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return parsed(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    } catch (YAMLException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static Contract parsed(Reader reader) {
    Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    Contract contract = new Contract(new ObjectMapper().valueToTree(yaml));
    Soundness.require(contract);
    return contract;
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
