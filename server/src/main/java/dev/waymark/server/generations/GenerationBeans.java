package dev.waymark.server.generations;

import dev.waymark.server.lifecycle.WaitingPlaces;
import dev.waymark.server.overload.Patience;
import dev.waymark.server.time.Pause;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes what the settings of generations size and others use too. */
@Factory
final class GenerationBeans {
  @Singleton
  WaitingPlaces waitingPlaces(
      GenerationSettings settings, Clock clock, Pause pause, Patience patience) {
    return new WaitingPlaces(
        settings.maxWaitingCalls(), clock, wait -> patience.during(() -> pause.sleep(wait)));
  }
}
