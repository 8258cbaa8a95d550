package dev.waymark.server.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the operation of a method and path, for every call there is: by what its path begins with
 * before anything is matched.
 */
final class OperationsByPath {
  private final Map<String, List<Candidate>> byMethod;

  OperationsByPath(List<Operation> operations) {
    byMethod =
        operations.stream()
            .map(Candidate::of)
            .collect(Collectors.groupingBy(candidate -> candidate.operation().method()));
  }

  /** The first in the contract's order. */
  Optional<Operation> find(String method, String path) {
    for (Candidate candidate : byMethod.getOrDefault(method, List.of())) {
      if (candidate.matches(path)) {
        return Optional.of(candidate.operation());
      }
    }
    return Optional.empty();
  }

  /**
   * @param start what every path of the operation begins with
   */
  private record Candidate(Operation operation, String start) {
    static Candidate of(Operation operation) {
      return new Candidate(operation, operation.route().replaceFirst("\\{.*", ""));
    }

    boolean matches(String path) {
      return path.startsWith(start) && operation.path().matcher(path).matches();
    }
  }
}
