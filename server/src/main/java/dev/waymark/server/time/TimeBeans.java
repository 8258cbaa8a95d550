package dev.waymark.server.time;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** The real clock, pause and randomness. A test that registers its own takes their place. */
@Factory
final class TimeBeans {
  @Singleton
  @Secondary
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  @Secondary
  Pause pause() {
    return Thread::sleep;
  }

  @Singleton
  @Secondary
  Ticker ticker() {
    return System::nanoTime;
  }

  @Singleton
  @Secondary
  SecureRandom random() {
    return new SecureRandom();
  }
}
