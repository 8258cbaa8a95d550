package dev.waymark.server.requests;

import dev.waymark.server.lifecycle.BackgroundWork;
import dev.waymark.server.time.Pause;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the partitions of the next days and drops those whose calls are all past their retention,
 * at the start and every hour.
 */
@Singleton
final class PartitionUpkeep implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(PartitionUpkeep.class);
  private static final Duration INTERVAL = Duration.ofHours(1);
  private static final int DAYS_AHEAD = 3;
  private static final int DROPPED_AT_ONCE = 1000;
  private static final Duration STOP_GRACE = Duration.ofSeconds(5);

  private final DayPartitions partitions;
  private final Clock clock;
  private final Pause pause;
  private final Duration retention;
  private @Nullable Thread thread;

  PartitionUpkeep(DayPartitions partitions, Clock clock, Pause pause, RequestLogSettings settings) {
    this.partitions = partitions;
    this.clock = clock;
    this.pause = pause;
    this.retention = settings.retention();
  }

  @Override
  public synchronized void start() {
    // A platform thread: an interrupt would close the connection under a virtual one that waits for
    // the database.
    thread = Thread.ofPlatform().daemon().name("request-log-upkeep").start(this::run);
  }

  private void run() {
    while (true) {
      try {
        keepUp();
      } catch (RuntimeException e) {
        // The next round tries again; the writer makes by itself what it lacks.
        LOG.warn("The request log's partitions could not be kept up", e);
      }
      try {
        pause.sleep(INTERVAL);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  void keepUp() {
    LocalDate today = DayPartitions.dayOf(clock.instant());
    for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
      partitions.provide(today.plusDays(ahead));
    }
    int dropped = 0;
    while (dropped < DROPPED_AT_ONCE
        && partitions.dropOneBefore(clock.instant().minus(retention))) {
      dropped++;
    }
  }

  @Override
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
