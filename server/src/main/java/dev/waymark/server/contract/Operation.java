package dev.waymark.server.contract;

import dev.waymark.errors.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One operation as the contract states it.
 *
 * @param secured whether it takes a key
 * @param errors the codes it may answer with; any other is a breach of the contract
 * @param consumes the media types of its body; empty if it has none
 * @param produces the media types of its successful answers
 */
public record Operation(
    String id,
    String method,
    Pattern path,
    boolean secured,
    Set<ErrorCode> errors,
    List<Parameter> parameters,
    List<String> consumes,
    List<String> produces) {

  public Operation {
    errors = Set.copyOf(errors);
    parameters = List.copyOf(parameters);
    consumes = List.copyOf(consumes);
    produces = List.copyOf(produces);
  }

  boolean takesBody() {
    return !consumes.isEmpty();
  }

  boolean takesIdempotencyKey() {
    return parameter("Idempotency-Key").isPresent();
  }

  private Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }
}
