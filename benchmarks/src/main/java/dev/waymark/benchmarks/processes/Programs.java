package dev.waymark.benchmarks.processes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the measured programs are started.
 *
 * @param repository where {@code ./waymark} is
 * @param folder what they write goes there
 */
public record Programs(Path repository, Path folder) {

  /** The real server, by the script that everyone starts it with. */
  public ChildProcess waymark(List<String> settings, Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(repository.resolve("waymark").toString());
    command.add("--port=0");
    command.add("--database.folder=" + databaseFolder());
    command.addAll(settings);
    return ChildProcess.start(command, environment, folder.resolve("waymark.log"));
  }

  public Path databaseFolder() {
    return folder.resolve("postgres");
  }

  /** An endpoint out of this very jar. */
  public ChildProcess endpoint(List<String> arguments, Map<String, String> environment)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.waymark.benchmarks.endpoints.Endpoints"));
    command.addAll(arguments);
    return ChildProcess.start(command, environment, folder.resolve(arguments.getFirst() + ".log"));
  }
}
