package dev.waymark.server.generations;

import dev.waymark.server.ids.AccountId;
import dev.waymark.server.lifecycle.WaitingCalls;
import dev.waymark.server.time.Pause;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/**
 * Holds an answer back until a generation has ended ({@code Prefer: wait}).
 *
 * <p>At most {@code waymark.generations.max-waiting-calls} wait at the same time; further ones are
 * answered at once, which the preference allows.
 */
@Singleton
final class Waiting implements WaitingCalls {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Generations generations;
  private final Clock clock;
  private final Pause pause;
  private final Duration longest;
  private final Semaphore places;
  private volatile boolean released;

  Waiting(Generations generations, Clock clock, Pause pause, GenerationSettings settings) {
    this.generations = generations;
    this.clock = clock;
    this.pause = pause;
    this.longest = settings.maxWait();
    this.places = new Semaphore(settings.maxWaitingCalls());
  }

  /** The generation, and the wait that was granted; zero if the answer was given at once. */
  record Waited(Generation generation, Duration granted) {}

  Waited get(AccountId account, String id, Duration wanted) {
    Duration granted = wanted.compareTo(longest) < 0 ? wanted : longest;
    if (granted.isZero() || !places.tryAcquire()) {
      return new Waited(generations.get(account, id), Duration.ZERO);
    }
    try {
      return new Waited(look(account, id, clock.instant().plus(granted)), granted);
    } finally {
      places.release();
    }
  }

  @Override
  public void release() {
    released = true;
  }

  private Generation look(AccountId account, String id, Instant end) {
    Generation generation = generations.get(account, id);
    while (!generation.status().isFinal() && !released && clock.instant().isBefore(end)) {
      try {
        pause.sleep(LOOK_EVERY);
      } catch (InterruptedException e) {
        // The server stops: answer with what is known.
        Thread.currentThread().interrupt();
        return generation;
      }
      generation = generations.get(account, id);
    }
    return generation;
  }
}
