package dev.waymark.conformance.laws.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WindowTest {
  /** In the middle of a second, as moments are. */
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.500Z");

  private static final long DUE = NOW.getEpochSecond() + 61;

  @ParameterizedTest
  @CsvSource({
    "+5, Thu, 01 Jan 2026 00:00:05 GMT",
    "-5, Wed, 31 Dec 2025 23:59:55 GMT",
    "0, Thu, 01 Jan 2026 00:00:00 GMT"
  })
  void a_server_with_another_clock_is_held_against_its_own_date(
      int ahead, String day, String date) {
    String told = day + ", " + date;

    assertThat(new Window(9, Duration.ofMillis(5))).satisfies(w -> w.judge(call(ahead, told)));
    assertThatThrownBy(() -> new Window(9, Duration.ofMillis(5)).judge(call(ahead - 9, told)))
        .isInstanceOf(Breach.class);
  }

  @Test
  void without_a_date_or_with_one_clock_it_is_held_against_ours() {
    String later = "Thu, 01 Jan 2026 00:00:05 GMT";

    assertThatThrownBy(() -> new Window(9, Duration.ofMillis(5)).judge(call(5, "soon")))
        .isInstanceOf(Breach.class);
    assertThatThrownBy(() -> new Window(9, Duration.ZERO).judge(call(5, later)))
        .isInstanceOf(Breach.class);
  }

  private static Exchange call(int ahead, String date) {
    return new Exchange(
        URI.create("http://127.0.0.1:8080"),
        Request.get(Caller.PATH),
        200,
        HttpHeaders.of(
            Map.of(
                "Date", List.of(date),
                "X-RateLimit-Limit", List.of("9"),
                "X-RateLimit-Remaining", List.of("8"),
                "X-RateLimit-Reset", List.of(String.valueOf(DUE + ahead))),
            (_, _) -> true),
        new byte[0],
        NOW,
        NOW.plusMillis(20));
  }
}
