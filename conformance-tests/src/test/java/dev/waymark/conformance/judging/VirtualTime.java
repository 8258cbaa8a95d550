package dev.waymark.conformance.judging;

import dev.waymark.client.retry.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Stands still until somebody waits; a wait may be ended by a stop. For one thread. */
final class VirtualTime implements Time {
  private static final Instant EPOCH = Instant.parse("2026-11-22T08:00:00.250Z");

  private final Variation variation;
  private Duration clock = Duration.ZERO;
  private Optional<Duration> stop = Optional.empty();

  VirtualTime(Variation variation) {
    this.variation = variation;
  }

  void stopAfter(Optional<Duration> time) {
    stop = variation.stops() ? time.map(clock::plus) : Optional.empty();
  }

  @Override
  public Duration elapsed() {
    return clock;
  }

  @Override
  public Instant now() {
    return EPOCH.plus(clock);
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    pass(variation.pause(duration));
  }

  /** Not to its end where the stop comes before. */
  void pass(Duration duration) throws InterruptedException {
    Duration target = clock.plus(duration);
    Optional<Duration> now = stop.filter(at -> at.compareTo(target) < 0);
    if (now.isPresent()) {
      clock = now.get().compareTo(clock) > 0 ? now.get() : clock;
      stop = Optional.empty();
      throw new InterruptedException("told to stop");
    }
    clock = target;
  }
}
