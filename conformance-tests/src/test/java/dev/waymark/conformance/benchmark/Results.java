package dev.waymark.conformance.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.mutants.Mutant;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What one tool came to: for each mutant and variant, by run, what it found beyond the server's
 * own.
 */
final class Results {
  private final String tool;
  private final Notebook notebook;
  private final Map<String, Map<Integer, Set<String>>> found = new ConcurrentHashMap<>();
  private final Map<Integer, Duration> walls = new ConcurrentSkipListMap<>();

  Results(String tool, Notebook notebook) {
    this.tool = tool;
    this.notebook = notebook;
  }

  String tool() {
    return tool;
  }

  void add(int run, Mutant mutant, Collection<String> beyond) {
    ObjectNode line = line(run).put("mutant", mutant.name());
    beyond.forEach(line.putArray("found")::add);
    read(line);
    notebook.write(line);
  }

  /** How long one run took. */
  void took(int run, Duration wall) {
    ObjectNode line = line(run).put("millis", wall.toMillis());
    read(line);
    notebook.write(line);
  }

  private ObjectNode line(int run) {
    return JsonNodeFactory.instance.objectNode().put("tool", tool).put("run", run);
  }

  void read(JsonNode line) {
    int run = line.path("run").asInt();
    if (line.has("millis")) {
      walls.put(run, Duration.ofMillis(line.path("millis").asLong()));
      return;
    }
    Set<String> names = new TreeSet<>();
    line.path("found").forEach(name -> names.add(name.asText()));
    found
        .computeIfAbsent(line.path("mutant").asText(), _ -> new ConcurrentSkipListMap<>())
        .put(run, names);
  }

  boolean has(int run, Mutant mutant) {
    return of(mutant).containsKey(run);
  }

  /** What a run found; nothing where there was none. */
  Set<String> found(int run, Mutant mutant) {
    return of(mutant).getOrDefault(run, Set.of());
  }

  /** Of these, those that it was tried on. */
  List<Mutant> ran(List<Mutant> some) {
    return some.stream().filter(mutant -> !of(mutant).isEmpty()).toList();
  }

  int runs() {
    return found.values().stream().mapToInt(Map::size).max().orElse(0);
  }

  /** Whether every run has found something. */
  boolean kills(Mutant mutant) {
    return !of(mutant).isEmpty() && of(mutant).values().stream().noneMatch(Set::isEmpty);
  }

  /** Whether some run has found something. */
  boolean alarms(Mutant mutant) {
    return of(mutant).values().stream().anyMatch(run -> !run.isEmpty());
  }

  /** Whether all runs say the same of it: broken, or not. */
  boolean agrees(Mutant mutant) {
    return of(mutant).values().stream().map(Set::isEmpty).distinct().count() <= 1;
  }

  /** What the first run found. */
  List<String> killers(Mutant mutant) {
    return of(mutant).values().stream().findFirst().map(List::copyOf).orElse(List.of());
  }

  /** The time of one run, in the middle of all. */
  Duration wall() {
    List<Duration> sorted = walls.values().stream().sorted().toList();
    return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
  }

  private Map<Integer, Set<String>> of(Mutant mutant) {
    return found.getOrDefault(mutant.name(), Map.of());
  }
}
