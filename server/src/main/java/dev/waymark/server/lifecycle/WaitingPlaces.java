package dev.waymark.server.lifecycle;

import dev.waymark.server.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The places for calls whose answers are held back, whatever for: so many wait at the same time and
 * no more. When the server stops nobody waits any longer.
 */
public final class WaitingPlaces implements WaitingCalls {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Clock clock;
  private final Pause pause;
  private final Semaphore free;
  private volatile boolean released;

  public WaitingPlaces(int places, Clock clock, Pause pause) {
    this.free = new Semaphore(places);
    this.clock = clock;
    this.pause = pause;
  }

  /** A place, or nothing at once if all are taken. */
  public Optional<Place> take() {
    return free.tryAcquire() ? Optional.of(new Place()) : Optional.empty();
  }

  @Override
  public void release() {
    released = true;
  }

  /** A place that is given back by closing it, once. */
  public final class Place implements AutoCloseable {
    private Place() {}

    /**
     * Lets a moment pass. False without a pause if {@code end} is reached, and false if the wait is
     * to end because the server stops.
     */
    public boolean waits(Instant end) {
      Duration left = Duration.between(clock.instant(), end);
      if (released || !left.isPositive()) {
        return false;
      }
      try {
        Duration untilNextLook = untilNextLook();
        pause.sleep(left.compareTo(untilNextLook) < 0 ? left : untilNextLook);
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    // All who wait look at the same moments, so that what they look at is read once for all of
    // them.
    private Duration untilNextLook() {
      long period = LOOK_EVERY.toMillis();
      return Duration.ofMillis(period - Math.floorMod(clock.millis(), period));
    }

    /** Lets this much time pass, or less if the server stops. */
    public void waitFor(Duration duration) {
      Instant end = clock.instant().plus(duration);
      while (waits(end)) {}
    }

    @Override
    public void close() {
      free.release();
    }
  }
}
