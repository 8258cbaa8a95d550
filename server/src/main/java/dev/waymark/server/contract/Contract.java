package dev.waymark.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.errors.ErrorCode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code openapi.yaml} as the running server reads it: the same file that the interfaces were
 * generated from, so what is checked and what is promised cannot differ.
 */
@Singleton
public final class Contract {
  private static final String RESOURCE = "/dev/waymark/openapi.yaml";

  private final JsonNode document;
  private final List<Operation> operations;
  private final OperationsByPath byPath;
  private final ExampleReader examples;

  Contract() {
    document = read();
    operations = new OperationReader(document).operations();
    byPath = new OperationsByPath(operations);
    examples = new ExampleReader(document);
  }

  /** All operations, in the contract's order. */
  public List<Operation> operations() {
    return operations;
  }

  /** The operation with this method and path; HEAD is answered by GET's. */
  Optional<Operation> operation(String method, String path) {
    String wanted = method.equals("HEAD") ? "GET" : method;
    return byPath.find(wanted, path);
  }

  /** The operations at this path, whatever their method. */
  List<Operation> operationsAt(String path) {
    return operations.stream()
        .filter(operation -> operation.path().matcher(path).matches())
        .toList();
  }

  /** The methods of this path, sorted; none if it is no path of this API. */
  Set<String> methodsAt(String path) {
    Set<String> methods = new TreeSet<>();
    for (Operation operation : operationsAt(path)) {
      methods.add(operation.method());
      methods.add("OPTIONS");
      if (operation.method().equals("GET")) {
        methods.add("HEAD");
      }
    }
    return methods;
  }

  /** Every header that an operation reads. */
  Set<String> requestHeaders() {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Operation operation : operations) {
      operation.parameters().stream()
          .filter(parameter -> parameter.in() == Parameter.In.HEADER)
          .forEach(parameter -> names.add(parameter.name()));
    }
    return names;
  }

  /** Every header that an answer can have. */
  Set<String> responseHeaders() {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String place : List.of("/paths", "/components/responses")) {
      for (JsonNode headers : document.at(place).findValues("headers")) {
        headers.fieldNames().forEachRemaining(names::add);
      }
    }
    return names;
  }

  /** What the contract shows as this operation's example of a code that it lists. */
  JsonNode example(Operation operation, ErrorCode code) {
    return examples.example(operation, code);
  }

  /** The schema {@code #/components/schemas/name}. */
  public JsonSchema schema(String name) {
    return JsonSchema.of(document, "/components/schemas/" + name);
  }

  /** What stands at this JSON pointer, or a missing node; not to be changed. */
  JsonNode node(String pointer) {
    return document.at(pointer);
  }

  private static JsonNode read() {
    try (InputStream yaml = Contract.class.getResourceAsStream(RESOURCE)) {
      if (yaml == null) {
        throw new IllegalStateException("the contract is missing from the class path: " + RESOURCE);
      }
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(16 * 1024 * 1024);
      Object loaded = new Yaml(new SafeConstructor(options)).load(yaml);
      return new ObjectMapper().valueToTree(loaded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
