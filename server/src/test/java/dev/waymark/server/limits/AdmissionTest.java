package dev.waymark.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void a_clock_that_was_set_back_by_hours_makes_nobody_wait_longer_than_the_window() {
    Admission refused = new Admission(false, 240, 0, NOON, NOON.plus(Duration.ofHours(3)));

    assertThat(refused.untilFree()).isEqualTo(RollingWindow.LENGTH);
    assertThat(refused.resetAfterSeconds()).isEqualTo(60);
  }
}
