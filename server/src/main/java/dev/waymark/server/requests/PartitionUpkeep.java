package dev.waymark.server.requests;

import dev.waymark.server.lifecycle.BackgroundWork;
import dev.waymark.server.lifecycle.Rounds;
import dev.waymark.server.time.Pause;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
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

  private final DayPartitions partitions;
  private final Clock clock;
  private final Rounds rounds;
  private final Duration retention;

  PartitionUpkeep(DayPartitions partitions, Clock clock, Pause pause, RequestLogSettings settings) {
    this.partitions = partitions;
    this.clock = clock;
    this.rounds = new Rounds("request-log-upkeep", INTERVAL, pause);
    this.retention = settings.retention();
  }

  @Override
  public void start() {
    // The writer makes by itself what a failed round leaves out.
    rounds.start(
        this::keepUp, e -> LOG.warn("The request log's partitions could not be kept up", e));
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
  public void stop() {
    rounds.stop();
  }
}
