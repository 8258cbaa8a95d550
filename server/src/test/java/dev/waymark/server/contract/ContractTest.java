package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;

/** The contract as the server reads it, against openapi.yaml read plainly. */
class ContractTest {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final JsonNode YAML = yaml();

  private final Contract contract = new Contract();

  /** One operation as it stands in the file. */
  private record Stated(String path, String method, JsonNode node) {
    String id() {
      return node.path("operationId").asText();
    }

    String example() {
      return path.replaceAll("\\{[^}]+}", "something");
    }
  }

  @Test
  void every_operation_of_the_file_is_found_by_its_method_and_path() {
    assertThat(stated())
        .isNotEmpty()
        .allSatisfy(stated -> assertThat(operation(stated).id()).isEqualTo(stated.id()));
  }

  @Test
  void every_operation_lists_the_errors_of_the_file() {
    assertThat(stated())
        .allSatisfy(stated ->
            assertThat(operation(stated).errors())
                .isNotEmpty()
                .extracting(Enum::name)
                .containsExactlyInAnyOrderElementsOf(texts(stated.node().path("x-errors"))));
  }

  @Test
  void an_operation_takes_a_key_unless_the_file_says_otherwise() {
    assertThat(stated())
        .allSatisfy(stated ->
            assertThat(operation(stated).secured())
                .isEqualTo(!stated.node().path("security").toString().equals("[]")));
  }

  @Test
  void every_parameter_of_the_file_is_read_with_its_place() {
    assertThat(stated())
        .allSatisfy(stated ->
            assertThat(operation(stated).parameters())
                .extracting(parameter -> parameter.in().name() + " " + parameter.name())
                .isEqualTo(parameters(stated.node())));
  }

  @Test
  void an_operation_takes_the_bodies_of_the_file() {
    assertThat(stated())
        .allSatisfy(stated ->
            assertThat(operation(stated).consumes())
                .isEqualTo(names(stated.node().path("requestBody").path("content"))));
  }

  @Test
  void head_is_answered_by_get() {
    assertThat(contract.operation("HEAD", "/api/v1/models"))
        .isEqualTo(contract.operation("GET", "/api/v1/models"))
        .isPresent();
  }

  @Test
  void another_method_or_path_is_no_operation() {
    assertThat(contract.operation("PUT", "/api/v1/models")).isEmpty();
    assertThat(contract.operation("GET", "/api/v1/models/a/b")).isEmpty();
    assertThat(contract.operation("GET", "/models")).isEmpty();
  }

  @Property
  void a_part_of_a_path_may_be_any_text_without_a_slash(
      @ForAll @NotEmpty @AlphaChars @NumericChars @Chars({'_', '-', '.', '%', '~'}) String part) {
    assertThat(contract.operation("GET", "/api/v1/generations/" + part).map(Operation::id))
        .contains("getGeneration");
  }

  private Operation operation(Stated stated) {
    return contract
        .operation(stated.method().toUpperCase(Locale.ROOT), stated.example())
        .orElseThrow();
  }

  private static List<Stated> stated() {
    List<Stated> stated = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : YAML.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          stated.add(new Stated(path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    return stated;
  }

  private static List<String> parameters(JsonNode operation) {
    List<String> parameters = new ArrayList<>();
    for (JsonNode entry : operation.path("parameters")) {
      JsonNode parameter =
          entry.has("$ref") ? YAML.at(entry.path("$ref").asText().substring(1)) : entry;
      parameters.add(
          parameter.path("in").asText().toUpperCase(Locale.ROOT)
              + " "
              + parameter.path("name").asText());
    }
    return parameters;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(entry -> texts.add(entry.asText()));
    return texts;
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static JsonNode yaml() {
    try (InputStream file = Contract.class.getResourceAsStream("/dev/waymark/openapi.yaml")) {
      return new YAMLMapper().readTree(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new AssertionError("openapi.yaml cannot be read", e);
    }
  }
}
