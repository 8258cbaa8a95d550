package dev.waymark.conformance.mutants;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which operation a request is for. */
final class Calls {
  private static final Contract CONTRACT = Contract.read();
  private static final List<Known> KNOWN = CONTRACT.operations().stream().map(Known::of).toList();

  private Calls() {}

  private record Known(Operation operation, Pattern path) {
    static Known of(Operation operation) {
      String path = operation.path().replaceAll("\\{[^}]+}", "[^/]+");
      return new Known(operation, Pattern.compile(path));
    }

    boolean isCalledBy(String method, String path) {
      return operation.method().equals(method) && this.path.matcher(path).matches();
    }
  }

  static Contract contract() {
    return CONTRACT;
  }

  /** HEAD is for the one that GET is for. */
  static Optional<Operation> operation(Request asked) {
    String method = asked.method().equals("HEAD") ? "GET" : asked.method();
    String path = asked.path();
    return KNOWN.stream()
        .filter(known -> known.isCalledBy(method, path))
        .map(Known::operation)
        .findFirst();
  }

  /** Whether it is for one of the operations with these ids. */
  static boolean is(Request asked, String... operations) {
    return operation(asked)
        .filter(reached -> List.of(operations).contains(reached.id()))
        .isPresent();
  }

  static boolean isStart(Request asked) {
    return is(asked, "startGeneration");
  }

  /** The same with another value of a query parameter; nothing if there is no such parameter. */
  static Optional<Request> withQuery(Request asked, String name, String value) {
    String changed = asked.target().replaceFirst("([?&]" + name + "=)[^&]*", "$1" + value);
    return changed.equals(asked.target())
        ? Optional.empty()
        : Optional.of(asked.withTarget(changed));
  }

  /** The part of the path with this number; the first one is 1. */
  static String part(Request asked, int number) {
    List<String> parts = List.of(asked.path().split("/", -1));
    return number < parts.size() ? parts.get(number) : "";
  }
}
