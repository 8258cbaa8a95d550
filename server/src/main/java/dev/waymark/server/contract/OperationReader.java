package dev.waymark.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.errors.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the operations out of the OpenAPI document. */
final class OperationReader {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]+}");

  private final JsonNode document;

  OperationReader(JsonNode document) {
    this.document = document;
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    return List.copyOf(operations);
  }

  private Operation operation(String path, String method, JsonNode node) {
    return new Operation(
        node.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        path,
        Pattern.compile(PLACEHOLDER.matcher(path).replaceAll("[^/]+")),
        !node.has("security") || !node.path("security").isEmpty(),
        node.path("x-counted").asBoolean(true),
        node.path("x-scope").asText(""),
        errors(node.path("x-errors")),
        errors(node.path("x-job-errors")),
        parameters(
            "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method + "/parameters"),
        mediaTypes(node.path("requestBody")),
        node.path("responses").properties().stream()
            .filter(response -> response.getKey().startsWith("2"))
            .flatMap(response -> mediaTypes(resolved(response.getValue())).stream())
            .distinct()
            .toList());
  }

  private static Set<ErrorCode> errors(JsonNode names) {
    Set<ErrorCode> codes = new LinkedHashSet<>();
    names.forEach(name -> codes.add(ErrorCode.valueOf(name.asText())));
    return codes;
  }

  private static List<String> mediaTypes(JsonNode withContent) {
    return withContent.path("content").properties().stream().map(Map.Entry::getKey).toList();
  }

  private List<Parameter> parameters(String pointer) {
    List<Parameter> parameters = new ArrayList<>();
    for (int index = 0; index < document.at(pointer).size(); index++) {
      String place = pointer + "/" + index;
      JsonNode reference = document.at(place).path("$ref");
      String target = reference.isMissingNode() ? place : reference.asText().substring(1);
      parameters.add(parameter(target));
    }
    return parameters;
  }

  private Parameter parameter(String pointer) {
    JsonNode node = document.at(pointer);
    return new Parameter(
        node.path("name").asText(),
        Parameter.In.valueOf(node.path("in").asText().toUpperCase(Locale.ROOT)),
        resolved(node.path("schema")).path("type").asText().equals("integer"),
        JsonSchema.of(document, pointer + "/schema"),
        node.path("example").asText());
  }

  private JsonNode resolved(JsonNode node) {
    return References.resolved(document, node);
  }
}
