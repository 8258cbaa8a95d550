package dev.waymark.server.database;

import dev.waymark.server.settings.ConfigurationFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived its Waymark, because that one was killed. Whoever looks for it has the
 * folder's lock, so nobody needs it any more.
 */
final class Orphan {
  private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
  private static final long STOP_SECONDS = 30;

  private Orphan() {}

  /** Leaves a state in which PostgreSQL starts, or says what stands in the way. */
  static void stop(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    Optional<Postmaster> postmaster = Postmaster.in(file);
    if (postmaster.isPresent() && postmaster.get().isRunning(data)) {
      ProcessHandle process = postmaster.get().process();
      LOG.warn("Stopping the PostgreSQL that a killed Waymark left behind in {}", data);
      interrupt(process);
      await(process, data);
    }
    // PostgreSQL itself would not dare to delete it if the number is now another program's, as
    // happens after the restart of a container.
    Files.deleteIfExists(file);
  }

  /** Interrupting is how PostgreSQL is told to stop without waiting for those connected to it. */
  private static void interrupt(ProcessHandle process) throws IOException {
    new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).inheritIO().start();
  }

  private static void await(ProcessHandle process, Path data) {
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stillThere(process, data);
    } catch (ExecutionException | TimeoutException e) {
      throw stillThere(process, data);
    }
  }

  private static ConfigurationFault stillThere(ProcessHandle process, Path data) {
    return new ConfigurationFault(
        "The PostgreSQL that a killed Waymark left in %s does not stop: end process %d and start again."
            .formatted(data.getParent(), process.pid()));
  }
}
