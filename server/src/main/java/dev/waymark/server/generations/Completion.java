package dev.waymark.server.generations;

import dev.waymark.errors.ApiException;
import dev.waymark.server.providers.Media;
import dev.waymark.server.time.Pause;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes generations with what a provider has made. That is paid for: where it cannot be booked
 * at once, for the database is away or somebody keeps the account locked, it is tried again for as
 * long as a lease, and not made again.
 */
@Singleton
final class Completion {
  private static final Logger LOG = LoggerFactory.getLogger(Completion.class);

  private final Ending ending;
  private final Pause pause;
  private final Clock clock;
  private final WorkerSettings settings;

  Completion(Ending ending, Pause pause, Clock clock, WorkerSettings settings) {
    this.ending = ending;
    this.pause = pause;
    this.clock = clock;
    this.settings = settings;
  }

  /** False if this attempt no longer has the job, or an earlier try was booked after all. */
  boolean complete(Job job, Media media) throws InterruptedException {
    Instant end = clock.instant().plus(settings.lease());
    while (true) {
      try {
        return ending.complete(job, media);
      } catch (ApiException | JdbiException e) {
        if (!clock.instant().isBefore(end)) {
          throw e;
        }
        LOG.warn("{}: made, and not booked yet", job.id(), e);
      }
      pause.sleep(settings.retryPause());
    }
  }
}
