package dev.waymark.conformance.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program that runs to its end.
 *
 * @param environment added to that of this JVM
 * @param patience after which it is killed and the run fails
 */
public record Command(
    Path folder, Map<String, String> environment, Duration patience, List<String> words) {

  /** What is left of a run; the output has standard error in it. */
  public record Outcome(int exitCode, String output) {}

  public Command {
    environment = Map.copyOf(environment);
    words = List.copyOf(words);
  }

  public static Command of(Path folder, Duration patience, String... words) {
    return new Command(folder, Map.of(), patience, List.of(words));
  }

  public Outcome run() {
    try (ChildProcess process = ChildProcess.start(folder, environment, words)) {
      int exitCode = process.awaitExit(patience);
      return new Outcome(exitCode, process.output());
    }
  }
}
