package dev.waymark.server.overload;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;

/**
 * What those are told for whom there is no room: to come back in one to five seconds, each in a
 * time of its own, or all would be back at once.
 */
@Singleton
public final class Overload {
  private static final int SHORTEST_MILLIS = 1000;
  private static final int LONGEST_MILLIS = 5000;

  private final SecureRandom random;

  Overload(SecureRandom random) {
    this.random = random;
  }

  public ApiException refusal() {
    return Errors.overloaded(
        Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS + 1)));
  }
}
