package dev.waymark.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A wait that is slept. */
final class PausesTest {
  @Test
  void all_of_it_is_slept_and_nothing_is_seen() throws InterruptedException {
    List<Duration> slept = new ArrayList<>();
    boolean seen =
        Pauses.asleep(recording(slept))
            .pause(Duration.ofSeconds(7), Optional.empty(), Duration.ofSeconds(60));
    assertThat(seen).isFalse();
    assertThat(slept).containsExactly(Duration.ofSeconds(7));
  }

  private static Time recording(List<Duration> slept) {
    return new Time() {
      @Override
      public Duration elapsed() {
        return Duration.ZERO;
      }

      @Override
      public Instant now() {
        return Refused.NOW;
      }

      @Override
      public void pause(Duration duration) {
        slept.add(duration);
      }
    };
  }
}
