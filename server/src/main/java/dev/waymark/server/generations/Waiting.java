package dev.waymark.server.generations;

import dev.waymark.server.ids.AccountId;
import dev.waymark.server.lifecycle.WaitingPlaces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Holds an answer back until a generation has ended ({@code Prefer: wait}).
 *
 * <p>At most {@code waymark.generations.max-waiting-calls} calls wait at the same time; further
 * ones are answered at once, which the preference allows.
 */
@Singleton
final class Waiting {
  private final Generations generations;
  private final WaitingPlaces places;
  private final Clock clock;
  private final Duration longest;

  Waiting(Generations generations, WaitingPlaces places, Clock clock, GenerationSettings settings) {
    this.generations = generations;
    this.places = places;
    this.clock = clock;
    this.longest = settings.maxWait();
  }

  /** The generation, and the wait that was granted; zero if the answer was given at once. */
  record Waited(Generation generation, Duration granted) {}

  Waited get(AccountId account, String id, Duration wanted) {
    Duration granted = wanted.compareTo(longest) < 0 ? wanted : longest;
    Optional<WaitingPlaces.Place> place = granted.isZero() ? Optional.empty() : places.take();
    if (place.isEmpty()) {
      return new Waited(generations.get(account, id), Duration.ZERO);
    }
    try (WaitingPlaces.Place taken = place.get()) {
      return new Waited(look(taken, account, id, clock.instant().plus(granted)), granted);
    }
  }

  private Generation look(WaitingPlaces.Place place, AccountId account, String id, Instant end) {
    Generation generation = generations.get(account, id);
    while (!generation.status().isFinal() && place.waits(end)) {
      generation = generations.get(account, id);
    }
    return generation;
  }
}
