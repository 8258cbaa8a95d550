package dev.waymark.server.contract;

import dev.waymark.errors.ErrorCode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One operation as the contract states it.
 *
 * @param route the path as the contract writes it, with its placeholders
 * @param secured whether it takes a key
 * @param counted whether a call counts against a rate limit
 * @param scope the scope that its key needs; empty if it takes no key
 * @param errors the codes it may answer with; any other is a breach of the contract
 * @param jobErrors the codes that what it starts may end with
 * @param consumes the media types of its body; empty if it has none
 * @param produces the media types of its successful answers
 */
public record Operation(
    String id,
    String method,
    String route,
    Pattern path,
    boolean secured,
    boolean counted,
    String scope,
    Set<ErrorCode> errors,
    Set<ErrorCode> jobErrors,
    List<Parameter> parameters,
    List<String> consumes,
    List<String> produces) {

  public Operation {
    errors = Collections.unmodifiableSet(new LinkedHashSet<>(errors));
    jobErrors = Collections.unmodifiableSet(new LinkedHashSet<>(jobErrors));
    parameters = List.copyOf(parameters);
    consumes = List.copyOf(consumes);
    produces = List.copyOf(produces);
  }

  /** The path with the contract's own values in its placeholders. */
  public String exampleRoute() {
    return parameters.stream()
        .filter(parameter -> parameter.in() == Parameter.In.PATH)
        .reduce(
            route,
            (path, parameter) -> path.replace("{" + parameter.name() + "}", parameter.example()),
            (path, _) -> path);
  }

  boolean takesBody() {
    return !consumes.isEmpty();
  }

  public boolean takesIdempotencyKey() {
    return parameter("Idempotency-Key").isPresent();
  }

  private Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }
}
