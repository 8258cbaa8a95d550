package dev.waymark.client.limits;

import dev.waymark.client.retry.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** Passes at once when somebody waits. For one thread. */
final class PassingTime implements Time {

  private Duration elapsed = Duration.ofDays(-1);

  @Override
  public Duration elapsed() {
    return elapsed;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH.plusSeconds(1_000_000_000).plus(elapsed);
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    elapsed = elapsed.plus(duration);
  }

  @Override
  public void await(Condition signal, Duration most) throws InterruptedException {
    pause(most);
  }
}
