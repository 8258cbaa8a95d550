package dev.waymark.server.database;

import dev.waymark.server.settings.ConfigurationFault;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL's own programs, and what they said. */
record PostgresPrograms(Path folder, Path log) {
  private static final long LONGEST_SECONDS = 120;
  private static final long LONGEST_LOG = 1_048_576;

  /** What came of a program; {@code reason} is its last complaint, for people. */
  record Outcome(boolean succeeded, String reason) {}

  /** Unpacks them where they are not there yet; several processes may do so at the same time. */
  static PostgresPrograms unpack(Path folder, Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
      Files.delete(log);
    }
    return new PostgresPrograms(PostgresArchive.unpackedIn(folder), log);
  }

  Outcome run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (ProcessHandle.current().info().user().orElse("").equals("root")) {
      command.addAll(asNobody());
    }
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    try {
      long before = Files.exists(log) ? Files.size(log) : 0;
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Outcome(false, program + " took over " + LONGEST_SECONDS + " s");
      }
      return new Outcome(process.exitValue() == 0, LogTail.reason(log, before));
    } catch (IOException e) {
      return new Outcome(false, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(false, "interrupted");
    }
  }

  /** PostgreSQL refuses to run as root; a user namespace makes it nobody who may do no more. */
  private static List<String> asNobody() {
    if (!LinuxUtils.isUnshareAvailable()) {
      throw new ConfigurationFault(
          "The embedded PostgreSQL cannot run as root on this system: start Waymark as another user, or set waymark.database.url to a PostgreSQL of your own.");
    }
    return List.of("unshare", "-U");
  }
}
