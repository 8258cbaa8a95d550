package dev.waymark.conformance.har;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.conformance.wire.Exchange;
import java.net.URI;
import java.time.Instant;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of other recorders are read as what was on the wire. */
final class HarReaderTest {
  @Test
  void a_browsers_entry_is_read() {
    Exchange read =
        only(
            "\"startedDateTime\": \"2026-11-22T11:00:00.250+01:00\", \"time\": 40.5",
            "\"status\": 200, \"headers\": [{\"name\": \":status\", \"value\": \"200\"},"
                + " {\"name\": \"content-type\", \"value\": \"application/json\"}],"
                + " \"content\": {\"size\": 2, \"text\": \"e30=\", \"encoding\": \"base64\"}");
    assertThat(read.text()).isEqualTo("{}");
    assertThat(read.headers().map()).containsOnlyKeys("content-type");
    assertThat(read.from()).isEqualTo(Instant.parse("2026-11-22T10:00:00.250Z"));
    assertThat(read.until()).isEqualTo(Instant.parse("2026-11-22T10:00:00.290500Z"));
    assertThat(read.server()).hasToString("https://api.example:8443");
    assertThat(read.request().target()).isEqualTo("/api/v1/errors?since=1.0");
  }

  @Test
  void a_server_whose_clock_is_far_from_the_recorders_is_judged_by_its_own() {
    Exchange read =
        only(
            "\"startedDateTime\": \"2026-11-22T10:00:00Z\", \"time\": 1000",
            "\"status\": 200, \"headers\":"
                + " [{\"name\": \"Date\", \"value\": \"Sun, 22 Nov 2026 10:05:00 GMT\"}],"
                + " \"content\": {}");
    assertThat(read.until()).isEqualTo(Instant.parse("2026-11-22T10:05:00Z"));
    assertThat(read.from()).isEqualTo(Instant.parse("2026-11-22T10:04:59Z"));
  }

  @Test
  void an_unpacked_body_has_no_length_of_the_packed_one() {
    Exchange read =
        only(
            "\"startedDateTime\": \"2026-11-22T10:00:00Z\"",
            "\"status\": 200, \"headers\": [{\"name\": \"Content-Encoding\", \"value\": \"gzip\"},"
                + " {\"name\": \"Content-Length\", \"value\": \"7\"}],"
                + " \"content\": {\"text\": \"a longer text\"}");
    assertThat(read.headers().map()).isEmpty();
  }

  @Test
  void what_a_browser_took_from_no_server_is_passed_over() {
    HarReader read =
        HarReader.of(
            "{\"log\": {\"entries\": [%s, %s]}}"
                .formatted(
                    sent("data:image/svg+xml,<svg/>"), sent("https://api.example/api/v1/errors")));
    assertThat(read.exchanges())
        .extracting(Exchange::server)
        .containsExactly(URI.create("https://api.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://fonts.example/css?family=Roboto:400|Open^Sans, /css?family=Roboto:400%7COpen%5ESans",
    "https://api.example/api/v1/requests?path={id}, /api/v1/requests?path=%7Bid%7D",
    "https://api.example/docs/50%25#top, /docs/50%25"
  })
  void what_browsers_do_not_escape_is_read_all_the_same(String url, String target) {
    HarReader read = HarReader.of("{\"log\": {\"entries\": [%s]}}".formatted(sent(url)));
    assertThat(read.exchanges().getFirst().request().target()).isEqualTo(target);
  }

  @Test
  void what_was_not_recorded_whole_is_left_out_and_counted() {
    String began = "\"startedDateTime\": \"2026-11-22T10:00:00Z\"";
    HarReader read =
        HarReader.of(
            "{\"log\": {\"entries\": [%s, %s, %s]}}"
                .formatted(
                    entry(began, "\"status\": 0"),
                    entry(
                        began,
                        "\"status\": 200, \"content\":"
                            + " {\"mimeType\": \"application/json\", \"size\": 9}"),
                    entry(
                        began,
                        "\"status\": 401, \"headers\":"
                            + " [{\"name\": \"WWW-Authenticate\", \"value\": \"[Filtered]\"}]")));
    assertThat(read.exchanges()).isEmpty();
    assertThat(read.unanswered()).isEqualTo(1);
    assertThat(read.incomplete()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no json                | it is no JSON (line 1)",
        "{\"log\": {}}          | it has no log.entries",
        "{\"log\": {\"entries\": [{\"response\": {\"status\": 200}}]}} | its entry 0 cannot be read",
      })
  void what_is_no_har_is_refused_with_a_reason(String text, String said) {
    assertThatThrownBy(() -> HarReader.of(text))
        .isInstanceOf(HarProblem.class)
        .hasMessageContaining(said);
  }

  private static Exchange only(String timing, String response) {
    HarReader read =
        HarReader.of("{\"log\": {\"entries\": [%s]}}".formatted(entry(timing, response)));
    return read.exchanges().getFirst();
  }

  private static String sent(String url) {
    return entry(
            "\"startedDateTime\": \"2026-11-22T10:00:00Z\"",
            "\"status\": 200, \"headers\": [], \"content\": {}")
        .replaceFirst("https:[^\"]*", Matcher.quoteReplacement(url));
  }

  private static String entry(String timing, String response) {
    return "{%s, \"request\": {\"method\": \"GET\", \"url\": \"https://api.example:8443/api/v1/errors?since=1.0\"}, \"response\": {%s}}"
        .formatted(timing, response);
  }
}
