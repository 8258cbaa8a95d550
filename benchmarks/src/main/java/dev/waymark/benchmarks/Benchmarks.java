package dev.waymark.benchmarks;

import dev.waymark.benchmarks.load.WrongAnswer;
import dev.waymark.benchmarks.report.Machine;
import dev.waymark.benchmarks.report.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program behind {@code benchmarks/run}. It ends with 0 if everything was measured, whether or
 * not it is as fast as was promised; with 1 if an answer was wrong or a server failed, for then the
 * numbers mean nothing; and with 2 if it was called wrongly.
 */
public final class Benchmarks {
  private static final int FAILED = 1;
  private static final int CALLED_WRONGLY = 2;

  private final Options options;
  private final Targets targets = new Targets();

  private Benchmarks(Options options) {
    this.options = options;
  }

  public static void main(String[] arguments) throws IOException {
    Path repository = Path.of(System.getProperty("waymark.repository", ".")).toAbsolutePath();
    System.exit(run(List.of(arguments), repository));
  }

  private static int run(List<String> arguments, Path repository) throws IOException {
    Path folder = Files.createTempDirectory("waymark-benchmark");
    try {
      new Benchmarks(Options.parse(arguments, repository)).measure(folder);
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return CALLED_WRONGLY;
    } catch (WrongAnswer | IOException | SQLException e) {
      System.err.println("Not measured: " + e.getMessage());
      return FAILED;
    } finally {
      delete(folder);
    }
  }

  private void measure(Path folder) throws IOException, SQLException {
    say("Machine: " + Machine.text());
    try (Stage stage = Stage.set(options.repository(), folder)) {
      say(
          "Method: %d round(s) of %d s each, servers in turn, median; warm-up %d s each; %s; synchronous_commit=%s, fsync=%s."
              .formatted(
                  options.rounds(),
                  options.time().toSeconds(),
                  options.warmUp().toSeconds(),
                  stage.database().ask("SELECT split_part(version(), ' on ', 1)"),
                  stage.database().ask("SHOW synchronous_commit"),
                  stage.database().ask("SHOW fsync")));
      say(
          "Load generator, servers and PostgreSQL share the machine. µs: processor time for each call.\n");
      Scene scene = Scene.on(stage);
      if (options.has("poll")) {
        new Polls(options, stage, scene, targets).measure();
      }
      if (options.has("start")) {
        new Starts(options, stage, scene, targets).measure();
      }
      if (options.has("latency")) {
        new Latency(options, stage, scene, targets).measure();
      }
      if (options.has("growth")) {
        new Growth(options, stage, scene, targets).measure();
      }
      targets.atMost("memory of the server under load, MiB", 300, stage.mostMebibytes());
    }
    say("## Targets\n\n" + targets.text());
    say(
        targets.missed().isEmpty()
            ? "All targets are met."
            : "Not met: " + String.join("; ", targets.missed()) + ".");
  }

  static void say(String text) {
    System.out.println(text);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
