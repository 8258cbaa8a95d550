package dev.waymark.conformance.command;

import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.spelling.Nearest;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is to be judged.
 *
 * @param only how the ids of it begin; empty for all
 */
record Wanted(Obligations obligations, List<String> only) {
  private static final int MOST = 5;

  /**
   * Of all that is owed by these.
   *
   * @throws Usage if nothing begins with one of the words; a run that looks at nothing proves
   *     nothing
   */
  List<Obligation> of(String whom, Predicate<Obligation> theirs) {
    List<Obligation> all = obligations.all().stream().filter(theirs).toList();
    for (String prefix : only) {
      if (all.stream().noneMatch(one -> one.id().startsWith(prefix))) {
        throw new Usage(nothing(prefix, whom, all));
      }
    }
    return all.stream()
        .filter(one -> only.isEmpty() || only.stream().anyMatch(one.id()::startsWith))
        .toList();
  }

  private String nothing(String prefix, String whom, List<Obligation> all) {
    String what = "No obligation of %s begins with %s".formatted(whom, prefix);
    if (obligations.all().stream().anyMatch(one -> one.id().startsWith(prefix))) {
      return "%s: it is one of %s; judge it with: waymark-conformance %s --only %s"
          .formatted(
              what,
              whom.equals("servers") ? "clients" : "servers",
              whom.equals("servers") ? "client" : "server",
              prefix);
    }
    List<String> near = Nearest.to(prefix, all.stream().map(Obligation::id).toList(), MOST);
    return near.isEmpty()
        ? what + "; see: waymark-conformance obligations"
        : "%s; did you mean:%n  %s"
            .formatted(what, String.join(System.lineSeparator() + "  ", near));
  }
}
