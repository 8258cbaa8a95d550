package dev.waymark.conformance.judging;

import dev.waymark.conformance.faults.Script;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Calls of a client, one after the other, and what meets their attempts.
 *
 * @param code of the catalogue, where the case is about it
 * @param decides the ids of the obligations that it is there for
 */
public record ClientCase(
    Script script, List<Ask> asks, Optional<String> code, Set<String> decides) {
  public ClientCase {
    asks = List.copyOf(asks);
    decides = Set.copyOf(decides);
  }

  static ClientCase of(Script script, Ask ask, String... decides) {
    return new ClientCase(script, List.of(ask), Optional.empty(), Set.of(decides));
  }

  public String name() {
    return script.name();
  }

  @Override
  public String toString() {
    return name();
  }
}
