package dev.waymark.conformance.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.waymark.conformance.contract.Contract;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every error of every operation, in the contract's order. */
public record ErrorMatrix(List<Errors> operations) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .configure(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, true)
          .configure(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, true);

  public ErrorMatrix {
    operations = List.copyOf(operations);
  }

  /** Those of one operation. */
  public record Errors(String operation, String method, String path, List<Answer> errors) {
    public Errors {
      errors = List.copyOf(errors);
    }

    /** The same for the same calls, whatever the document names them. */
    String call() {
      return method + " " + path.replaceAll("\\{[^}]*}", "{}");
    }
  }

  public static ErrorMatrix of(Contract contract) {
    return new ErrorMatrix(
        contract.operations().stream()
            .map(operation ->
                new Errors(
                    operation.id(),
                    operation.method(),
                    operation.path(),
                    Stream.concat(operation.codes().stream(), operation.jobCodes().stream())
                        .map(code -> Answer.of(operation, contract.row(code)))
                        .toList()))
            .toList());
  }

  /**
   * What {@link #json} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static ErrorMatrix parsed(String json) {
    try {
      return JSON.readValue(json, ErrorMatrix.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no error matrix: " + e.getOriginalMessage(), e);
    }
  }

  /** One error a line, so that a change shows as the lines that it changes. */
  public String json() {
    return operations.stream()
        .map(ErrorMatrix::json)
        .collect(Collectors.joining(",\n", "{\"operations\": [\n", "\n]}\n"));
  }

  private static String json(Errors one) {
    String head =
        "{\"operation\": %s, \"method\": %s, \"path\": %s, \"errors\": [%n"
            .formatted(text(one.operation()), text(one.method()), text(one.path()))
            .replace(System.lineSeparator(), "\n");
    return one.errors().stream()
        .map(error -> "  " + text(error))
        .collect(Collectors.joining(",\n", head, "\n]}"));
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
