package dev.waymark.conformance.callers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.process.BuildProperty;
import dev.waymark.conformance.process.Command;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The programs, by the shape of errors that the document of each promises. */
enum Program {
  NATIVE,
  STATUS,
  TYPED,
  PLAIN;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a key is pinned to for it. */
  String errorFormat() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Runs it to its end; fails when it ends otherwise than by itself. */
  Told run(URI server, String key, List<String> job) {
    List<String> words = new ArrayList<>(List.of("node", errorFormat() + ".mjs"));
    words.addAll(job);
    Map<String, String> environment = Map.of("BASE_URL", server.toString(), "API_KEY", key);
    Command.Outcome outcome =
        new Command(BuildProperty.path("waymark.callers.folder"), environment, PATIENCE, words)
            .run();
    if (outcome.exitCode() != 0) {
      throw new AssertionError(this + " crashed:\n" + outcome.output());
    }
    return new Told(
        outcome.output().lines().filter(line -> line.startsWith("{")).map(Program::json).toList());
  }

  /**
   * What it wrote: a line for every refusal, with the wait that follows, and one on the outcome.
   */
  record Told(List<JsonNode> lines) {
    List<JsonNode> refusals() {
      return lines.subList(0, lines.size() - 1);
    }

    /** What it understood of its only refusal. */
    JsonNode understood() {
      if (lines.size() != 2) {
        throw new AssertionError("Not one refusal and the outcome: " + lines);
      }
      return lines.getFirst().path("understood");
    }

    JsonNode outcome() {
      return lines.getLast();
    }
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + line, e);
    }
  }
}
