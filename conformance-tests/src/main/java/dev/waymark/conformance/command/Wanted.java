package dev.waymark.conformance.command;

import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.spelling.Nearest;
import java.util.Collection;
import java.util.List;

/**
 * What is to be judged, of all that is owed by servers, or by clients.
 *
 * @param whom for messages: servers
 * @param others clients, then
 * @param all that is owed by them
 */
record Wanted(String whom, String others, List<Obligation> all, Obligations obligations) {
  private static final int MOST = 5;

  static Wanted ofServers(Obligations obligations) {
    return new Wanted("servers", "clients", owed(obligations, false), obligations);
  }

  static Wanted ofClients(Obligations obligations) {
    return new Wanted("clients", "servers", owed(obligations, true), obligations);
  }

  private static List<Obligation> owed(Obligations obligations, boolean byClients) {
    return obligations.all().stream()
        .filter(one -> one.claim().isOfClients() == byClients)
        .toList();
  }

  /**
   * Those whose ids begin with one of the words; all, if there is none.
   *
   * @throws Usage if nothing begins with one of the words; a run that looks at nothing proves
   *     nothing
   */
  List<Obligation> only(List<String> words) {
    for (String word : words) {
      if (all.stream().noneMatch(one -> one.id().startsWith(word))) {
        throw new Usage(nothing(word));
      }
    }
    return all.stream()
        .filter(one -> words.isEmpty() || words.stream().anyMatch(one.id()::startsWith))
        .toList();
  }

  /**
   * Makes sure that these can come to be known failures.
   *
   * @throws Usage if there is no such obligation; a failure would be expected that never comes
   */
  void requireAll(Collection<String> ids) {
    for (String id : ids) {
      if (all.stream().noneMatch(one -> one.id().equals(id))) {
        throw new Usage(
            "Of the known failures, %s is no obligation of %s; %s"
                .formatted(id, whom, nearest(id, "take it out, or")));
      }
    }
  }

  private String nothing(String word) {
    String what = "No obligation of %s begins with %s".formatted(whom, word);
    return obligations.all().stream().anyMatch(one -> one.id().startsWith(word))
        ? "%s: it is one of %s; judge it with: waymark-conformance %s --only %s"
            .formatted(what, others, others.substring(0, others.length() - 1), word)
        : what + "; " + nearest(word, "");
  }

  private String nearest(String word, String otherwise) {
    List<String> near = Nearest.to(word, all.stream().map(Obligation::id).toList(), MOST);
    return near.isEmpty()
        ? (otherwise + " see: waymark-conformance obligations").strip()
        : "did you mean:%n  %s".formatted(String.join(System.lineSeparator() + "  ", near));
  }
}
