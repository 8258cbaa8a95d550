package dev.waymark.conformance.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.contract.ContractFolder;
import dev.waymark.conformance.process.BuildProperty;
import dev.waymark.conformance.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A tool that holds recorded exchanges against the contract.
 *
 * @param words the command, to which contract, traffic, findings and {@code more} are added
 */
record Judge(String name, List<String> words, List<String> more) {
  private static final Duration PATIENCE = Duration.ofHours(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was found, by the number of the exchange. */
  record Judgement(Map<Integer, Set<String>> found, Duration took) {

    /** Everything that was found in these exchanges. */
    Set<String> in(Set<Integer> exchanges) {
      Set<String> all = new TreeSet<>();
      exchanges.forEach(number -> all.addAll(found.getOrDefault(number, Set.of())));
      return all;
    }
  }

  static Judge prism() {
    return new Judge(
        "Prism",
        List.of(
            "node",
            BuildProperty.path("waymark.benchmark.scripts").resolve("prism-judge.mjs").toString()),
        List.of(ContractFolder.path().resolve("node_modules/@stoplight/prism-cli").toString()));
  }

  static Judge openApiCore() {
    return new Judge(
        "openapi-core",
        List.of(
            BuildProperty.path("waymark.openapi-core").toString(),
            BuildProperty.path("waymark.benchmark.scripts")
                .resolve("openapi_core_judge.py")
                .toString()),
        List.of());
  }

  Judgement judge(Path traffic) {
    Path findings = traffic.resolveSibling(name + ".jsonl");
    List<String> command = new ArrayList<>(words);
    command.addAll(
        List.of(ContractFolder.document().toString(), traffic.toString(), findings.toString()));
    command.addAll(more);
    Instant begun = Instant.now();
    Command.Outcome outcome =
        new Command(traffic.toAbsolutePath().resolveSibling("."), Map.of(), PATIENCE, command)
            .run();
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException(name + " went wrong: " + outcome.output());
    }
    return new Judgement(read(findings), Duration.between(begun, Instant.now()));
  }

  private static Map<Integer, Set<String>> read(Path findings) {
    Map<Integer, Set<String>> found = new HashMap<>();
    try {
      for (String text : Files.readAllLines(findings)) {
        JsonNode line = JSON.readTree(text);
        Set<String> all = new TreeSet<>();
        line.path("found").forEach(one -> all.add(one.asText()));
        found.put(line.path("n").asInt(), all);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
