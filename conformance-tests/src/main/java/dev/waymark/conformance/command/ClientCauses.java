package dev.waymark.conformance.command;

import dev.waymark.conformance.judging.CaseWords;
import dev.waymark.conformance.judging.ClientCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In which cases a client shows what it owes. */
record ClientCauses(List<ClientCase> cases) {
  private static final int MOST = 8;

  /** Of an obligation. */
  List<String> of(String obligation) {
    List<ClientCase> about =
        cases.stream().filter(one -> one.decides().contains(obligation)).toList();
    if (about.isEmpty()) {
      return List.of("  by every case: whatever a client is asked, it is looked at");
    }
    List<String> lines = new ArrayList<>();
    about.stream()
        .limit(MOST)
        .flatMap(one -> CaseWords.of(one).stream())
        .forEach(line -> lines.add("  " + line));
    about.stream().skip(MOST).forEach(one -> lines.add("  " + one.name()));
    return lines;
  }

  /** Of the case with this name, and what it is there for. */
  Optional<List<String>> named(String name) {
    return cases.stream().filter(one -> one.name().equals(name)).findFirst().map(ClientCauses::all);
  }

  List<String> names() {
    return cases.stream().map(ClientCase::name).toList();
  }

  private static List<String> all(ClientCase one) {
    List<String> lines = new ArrayList<>(CaseWords.of(one));
    lines.add("");
    lines.add("It is there for");
    one.decides().stream().sorted().forEach(id -> lines.add("  " + id));
    lines.add("");
    lines.add(
        "By hand: waymark-conformance faults, then http://127.0.0.1:4020/%s is its base URL."
            .formatted(one.name()));
    return lines;
  }
}
