package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.mutants.Mutant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one tool came to: for each mutant and variant, by run, what it found beyond the server's
 * own.
 */
final class Results {
  private final String tool;
  private final Map<String, List<Set<String>>> found = new LinkedHashMap<>();
  private final List<Duration> walls = new ArrayList<>();

  Results(String tool) {
    this.tool = tool;
  }

  String tool() {
    return tool;
  }

  void add(Mutant mutant, Set<String> beyond) {
    found.computeIfAbsent(mutant.name(), _ -> new ArrayList<>()).add(new TreeSet<>(beyond));
  }

  /** How long one run took. */
  void took(Duration wall) {
    walls.add(wall);
  }

  int runs() {
    return found.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** Whether every run has found something. */
  boolean kills(Mutant mutant) {
    List<Set<String>> runs = found.getOrDefault(mutant.name(), List.of());
    return !runs.isEmpty() && runs.stream().noneMatch(Set::isEmpty);
  }

  /** Whether some run has found something. */
  boolean alarms(Mutant mutant) {
    return found.getOrDefault(mutant.name(), List.of()).stream().anyMatch(run -> !run.isEmpty());
  }

  /** Whether all runs say the same of it: broken, or not. */
  boolean agrees(Mutant mutant) {
    Set<Boolean> said = new HashSet<>();
    found.getOrDefault(mutant.name(), List.of()).forEach(run -> said.add(run.isEmpty()));
    return said.size() <= 1;
  }

  /** What the first run found. */
  List<String> killers(Mutant mutant) {
    return found.getOrDefault(mutant.name(), List.of()).stream()
        .findFirst()
        .map(List::copyOf)
        .orElse(List.of());
  }

  /** The time of one run, in the middle of all. */
  Duration wall() {
    List<Duration> sorted = walls.stream().sorted().toList();
    return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
  }
}
