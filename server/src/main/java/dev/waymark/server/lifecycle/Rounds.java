package dev.waymark.server.lifecycle;

import dev.waymark.server.time.Pause;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done at the start and then again and again after a pause, on a thread of its own. A
 * round that fails is told, and the next one tries again.
 */
public final class Rounds {
  private static final Duration STOP_GRACE = Duration.ofSeconds(5);

  private final String name;
  private final Duration interval;
  private final Pause pause;
  private @Nullable Thread thread;

  public Rounds(String name, Duration interval, Pause pause) {
    this.name = name;
    this.interval = interval;
    this.pause = pause;
  }

  /** Returns at once; called once. */
  public synchronized void start(Runnable round, Consumer<RuntimeException> failed) {
    // A platform thread: an interrupt would close the connection under a virtual one that waits for
    // the database.
    thread = Thread.ofPlatform().daemon().name(name).start(() -> run(round, failed));
  }

  private void run(Runnable round, Consumer<RuntimeException> failed) {
    while (true) {
      try {
        round.run();
      } catch (RuntimeException e) {
        failed.accept(e);
      }
      try {
        pause.sleep(interval);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Returns when nothing runs any more, or after five seconds; also without a start. */
  public synchronized void stop() {
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join(STOP_GRACE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
