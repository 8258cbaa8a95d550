package dev.waymark.server.docs;

import dev.waymark.errors.ErrorCode;
import dev.waymark.server.contract.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A call that can end with a code: what the snippets of its page make.
 *
 * @param server the address of this server, without a slash at the end
 * @param body the JSON of its body; empty if it has none
 */
record ExampleCall(Operation operation, String server, String body) {
  // What people do most, then what only few do; a call that needs a key can be forced in the
  // sandbox.
  private static final List<String> FAMILIAR =
      List.of("startGeneration", "cancelGeneration", "getGeneration", "getModel", "getOutput");

  /** Of the operations, the one that readers know best among those that can give the code. */
  static ExampleCall of(ErrorCode code, List<Operation> operations, String server, String start) {
    Operation familiar =
        givers(code, operations)
            .min(Comparator.comparingInt(ExampleCall::strangeness))
            .orElseThrow(() -> new IllegalStateException("no operation gives " + code));
    return new ExampleCall(familiar, server, familiar.consumes().isEmpty() ? "" : start);
  }

  /** The operations that can give the code, or start what ends with it. */
  static Stream<Operation> givers(ErrorCode code, List<Operation> operations) {
    return operations.stream()
        .filter(
            operation -> operation.errors().contains(code) || operation.jobErrors().contains(code));
  }

  private static int strangeness(Operation operation) {
    int place = FAMILIAR.indexOf(operation.id());
    return place < 0 ? FAMILIAR.size() : place;
  }

  String url() {
    return server + operation.exampleRoute();
  }

  boolean isPost() {
    return operation.method().equals("POST");
  }
}
