package dev.waymark.client;

import dev.waymark.client.retry.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;

/** Passes only while somebody pauses. */
final class SteeredTime implements Time {

  private final List<Duration> pauses = new ArrayList<>();
  private Duration elapsed = Duration.ofDays(1);

  @Override
  public Duration elapsed() {
    return elapsed;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH.plus(elapsed);
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    pauses.add(duration);
    elapsed = elapsed.plus(duration);
  }

  @Override
  public void await(Condition signal, Duration most) throws InterruptedException {
    pause(most);
  }

  List<Duration> pauses() {
    return pauses;
  }
}
