package dev.waymark.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits as headers name them. */
final class RetryAfterTest {
  @ParameterizedTest
  @CsvSource({
    "7, PT7S",
    "' 7 ', PT7S",
    "0, PT0S",
    "007, PT7S",
    "1.5, PT1.5S",
    "0.0001, PT0.001S",
    "1.0000000001, PT1S",
    "999999999999, PT240000H",
    "1000000000000, PT240000H",
    "99999999999999999999, PT240000H",
    "864000000, PT240000H",
    "863999999, PT239999H59M59S",
    "'Thu, 01 Jan 2026 00:00:09 GMT', PT9S",
    "'Thu, 01 Jan 2026 00:00:00 GMT', PT0S",
    "'Wed, 31 Dec 2025 23:59:59 GMT', PT0S",
    "'Thursday, 01-Jan-26 00:00:09 GMT', PT9S",
    "'Thu Jan  1 00:00:09 2026', PT9S",
    "'Mon Jan 12 00:00:00 2026', PT264H",
    "'Saturday, 01-Jan-77 00:00:00 GMT', PT0S",
  })
  void seconds_or_a_date_are_read(String text, Duration wait) {
    assertThat(Refused.with(503, "", "Retry-After", text).retryAfter()).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "soon", "1,5", "1.", ".5", "7s", "Thu, 41 Jan 2026 00:00:09 GMT"})
  void what_cannot_be_read_is_as_good_as_not_sent(String text) {
    assertThat(Refused.with(503, "", "Retry-After", text).retryAfter()).isEmpty();
    assertThat(Refused.with(503, "", "Retry-After-Ms", text).retryAfter()).isEmpty();
    assertThat(Refused.with(503, "", "Retry-After-Ms", text, "Retry-After", "7").retryAfter())
        .contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @CsvSource({
    "6840, 7, PT6.84S",
    "6001, 7, PT6.001S",
    "6000, 7, PT7S",
    "5999, 7, PT7S",
    "7000, 7, PT7S",
    "9000, 7, PT9S",
    "0.2, 0, PT0.001S",
    "' 250 ', 1, PT0.25S",
    "100000000000, 7, PT27777H46M40S",
  })
  void the_finer_wait_counts_where_both_agree_and_else_the_longer(
      String millis, String seconds, Duration wait) {
    assertThat(Refused.with(503, "", "Retry-After-Ms", millis, "Retry-After", seconds).retryAfter())
        .contains(wait);
  }

  @Test
  void milliseconds_alone_will_do() {
    assertThat(Refused.with(503, "", "Retry-After-Ms", "250").retryAfter())
        .contains(Duration.ofMillis(250));
    assertThat(Refused.with(503, "", "Retry-After-Ms", "soon").retryAfter()).isEmpty();
  }
}
