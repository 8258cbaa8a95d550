package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The preference {@code wait} as RFC 7240 writes it. */
class WaitPreferenceTest {

  @Property
  void a_wait_is_granted_up_to_60_seconds(
      @ForAll @IntRange(min = 0, max = 999_999_999) int seconds) {
    assertThat(WaitPreference.read("wait=" + seconds))
        .isEqualTo(Duration.ofSeconds(Math.min(seconds, 60)));
  }

  @Property
  void no_header_at_all_breaks_it(@ForAll String header) {
    assertThat(WaitPreference.read(header)).isBetween(Duration.ZERO, Duration.ofSeconds(60));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wait=20                          | 20
          Wait=20                          | 20
          wait = 20                        | 20
          wait="20"                        | 20
          respond-async, wait=20           | 20
          wait=20, respond-async           | 20
          respond-async,wait=20;x=y,return | 20
          wait=20, wait=30                 | 20
          wait=020                         | 20
          """)
  void it_is_found_among_others(String header, int seconds) {
    assertThat(WaitPreference.read(header)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wait",
        "wait=",
        "wait=-1",
        "wait=1.5",
        "wait=ten",
        "await=5",
        "x-wait=5",
        "wait5",
        "respond-async; wait=5",
        "handling=lenient"
      })
  void what_is_not_understood_is_ignored(String header) {
    assertThat(WaitPreference.read(header)).isZero();
  }

  @Test
  void without_the_header_nobody_waits() {
    assertThat(WaitPreference.read(null)).isZero();
  }
}
