package dev.waymark.server.database;

import dev.waymark.server.settings.ConfigurationFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The process that a postmaster.pid names, and when that PostgreSQL started. The number alone
 * proves nothing: after the process ended, any other program can be given it.
 */
record Postmaster(ProcessHandle process, Instant started) {
  private static final int NUMBER_LINE = 0;
  private static final int START_LINE = 2;

  /** The file tells the time of PostgreSQL's start, the system that of the process's. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(10);

  /** Empty where there is no such file, none of that form, or no process of that number. */
  static Optional<Postmaster> in(Path file) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file).stream().map(String::strip).toList();
      if (lines.size() <= START_LINE
          || !isNumber(lines, NUMBER_LINE)
          || !isNumber(lines, START_LINE)) {
        return Optional.empty();
      }
      Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(START_LINE)));
      return ProcessHandle.of(Long.parseLong(lines.get(NUMBER_LINE)))
          .map(process -> new Postmaster(process, started));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether the process is the PostgreSQL that wrote the file: by its folder, or, where that was
   * moved meanwhile, by its start.
   */
  boolean isRunning(Path data) {
    ProcessHandle.Info info = process.info();
    Optional<String> command = info.command();
    if (command.isEmpty() && process.isAlive()) {
      throw new ConfigurationFault(
          "The database folder %s may be in use by process %d, which this user cannot look at: stop it, or choose another folder as waymark.database.folder."
              .formatted(data.getParent(), process.pid()));
    }
    boolean postgres =
        command
            .map(Path::of)
            .map(Path::getFileName)
            .map(Path::toString)
            .orElse("")
            .startsWith("postgres");
    return postgres && (isIn(data, info) || isAsOld(info));
  }

  private static boolean isIn(Path data, ProcessHandle.Info info) {
    return List.of(info.arguments().orElse(new String[0])).contains(data.toString());
  }

  private boolean isAsOld(ProcessHandle.Info info) {
    return info.startInstant()
        .map(instant -> Duration.between(instant, started).abs())
        .map(difference -> difference.compareTo(START_TOLERANCE) < 0)
        .orElse(false);
  }

  private static boolean isNumber(List<String> lines, int line) {
    return lines.get(line).matches("\\d{1,18}");
  }
}
