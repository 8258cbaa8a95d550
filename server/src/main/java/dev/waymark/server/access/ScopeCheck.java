package dev.waymark.server.access;

import dev.waymark.server.contract.Contract;
import dev.waymark.server.contract.Operation;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Checks that a key has the scope that the contract states for an operation.
 *
 * <p>A filter does so for every operation but those with an {@code Idempotency-Key}: there a replay
 * goes before the scope, so they check it themselves, first of all when a call is none.
 */
@Singleton
public final class ScopeCheck {
  private final Map<String, Scope> scopes;

  ScopeCheck(Contract contract) {
    scopes =
        contract.operations().stream()
            .filter(Operation::secured)
            .collect(Collectors.toUnmodifiableMap(Operation::id, ScopeCheck::scope));
  }

  /** Throws {@code SCOPE_MISSING} unless the caller's key has the scope of this operation. */
  public void check(Caller caller, String operationId) {
    caller.require(Objects.requireNonNull(scopes.get(operationId), "this operation takes no key"));
  }

  private static Scope scope(Operation operation) {
    return Scope.byWireName(operation.scope())
        .orElseThrow(() ->
            new IllegalStateException(
                "%s has the scope \"%s\", which does not exist"
                    .formatted(operation.id(), operation.scope())));
  }
}
