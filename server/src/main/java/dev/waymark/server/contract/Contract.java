package dev.waymark.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
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

  Contract() {
    document = read();
    operations = new OperationReader(document).operations();
  }

  /** The operation with this method and path; HEAD is answered by GET's. */
  Optional<Operation> operation(String method, String path) {
    String wanted = method.equals("HEAD") ? "GET" : method;
    return operations.stream()
        .filter(operation -> operation.method().equals(wanted))
        .filter(operation -> operation.path().matcher(path).matches())
        .findFirst();
  }

  /** The operations at this path, whatever their method. */
  List<Operation> operationsAt(String path) {
    return operations.stream()
        .filter(operation -> operation.path().matcher(path).matches())
        .toList();
  }

  /** The schema {@code #/components/schemas/name}. */
  public JsonSchema schema(String name) {
    return JsonSchema.of(document, "/components/schemas/" + name);
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
