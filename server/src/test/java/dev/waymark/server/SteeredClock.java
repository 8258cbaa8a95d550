package dev.waymark.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it, forwards or backwards. */
public final class SteeredClock extends Clock {
  private final AtomicReference<Instant> now;

  public SteeredClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  public void move(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  public void moveTo(Instant instant) {
    now.set(instant);
  }

  @Override
  public Instant instant() {
    return Objects.requireNonNull(now.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("everything here is UTC");
  }
}
