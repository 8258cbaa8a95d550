package dev.waymark.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check itself: a right answer passes, and each single thing wrong with it is seen. */
final class ContractCheckTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String BODY =
      """
      {"error":"RATE_LIMIT","message":"This caller is over its 240 calls in 60 seconds.",\
      "next":"Wait 7 seconds, then send the same request again.",\
      "request_id":"req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G",\
      "retry":{"strategy":"after_delay","after_ms":6840},\
      "charge":{"state":"none","credits":0},"limit":240,"window_seconds":60}\
      """;

  private static Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Content-Type", List.of("application/json"));
    headers.put("X-Request-Id", List.of("req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G"));
    headers.put("X-Error-Code", List.of("RATE_LIMIT"));
    headers.put("X-Should-Retry", List.of("true"));
    headers.put("Retry-After", List.of("7"));
    headers.put("Retry-After-Ms", List.of("6840"));
    headers.put("X-RateLimit-Limit", List.of("240"));
    headers.put("X-RateLimit-Remaining", List.of("0"));
    headers.put("X-RateLimit-Reset", List.of(String.valueOf(NOW.getEpochSecond() + 7)));
    headers.put("RateLimit-Policy", List.of("\"rpm\";q=240;w=60"));
    headers.put("RateLimit", List.of("\"rpm\";r=0;t=7"));
    return headers;
  }

  @Test
  void a_right_answer_passes() {
    assertThat(violations(429, headers(), BODY)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "X-Request-Id | -",
        "X-Request-Id | req_1",
        "X-Request-Id | req_01KAM3Q9T5X8Y2ZB4C6D7E8F9H",
        "X-Error-Code | -",
        "X-Error-Code | CONCURRENCY_LIMIT",
        "X-Error-Code | NO_SUCH_CODE",
        "X-Error-Code | MODEL_NOT_FOUND",
        "X-Should-Retry | -",
        "X-Should-Retry | false",
        "Retry-After | -",
        "Retry-After | 6",
        "Retry-After | 0",
        "Retry-After-Ms | -",
        "Retry-After-Ms | 6999",
        "X-RateLimit-Limit | -",
        "X-RateLimit-Limit | 600",
        "X-RateLimit-Remaining | -1",
        "X-RateLimit-Remaining | 1",
        "X-RateLimit-Reset | 7",
        "RateLimit-Policy | 240",
        "RateLimit-Policy | -",
        "RateLimit | \"rpm\";r=0;t=60",
        "Content-Type | text/html",
        "X-Powered-By | chance",
        "X-Credits-Charged | 40"
      })
  void a_wrong_header_is_seen(String name, @Nullable String value) {
    Map<String, List<String>> headers = headers();
    headers.remove(name);
    if (value != null) {
      headers.put(name, List.of(value));
    }
    assertThat(violations(429, headers, BODY)).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "RATE_LIMIT | CONCURRENCY_LIMIT",
        "240 calls | 241 calls",
        "Wait 7 | Wait 6",
        "F9G | F9H",
        "after_delay | backoff",
        "\"after_ms\":6840 | \"after_ms\":6841",
        "\"none\" | \"held\"",
        "\"credits\":0 | \"credits\":40",
        "\"window_seconds\":60 | \"window_seconds\":\"60\"",
        ",\"window_seconds\":60 | ,\"seconds\":60",
        "\"charge\" | \"fee\"",
        "{\"error\" | <html>"
      })
  void a_wrong_body_is_seen(String right, String wrong) {
    assertThat(violations(429, headers(), BODY.replace(right, wrong))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"200", "400", "418", "500"})
  void a_wrong_status_is_seen(int status) {
    assertThat(violations(status, headers(), BODY)).isNotEmpty();
  }

  @Test
  void an_empty_body_is_seen() {
    assertThat(violations(429, headers(), "")).isNotEmpty();
  }

  @Test
  void a_request_id_that_was_there_before_is_seen() {
    ContractCheck check = new ContractCheck(Contract.read());
    assertThat(check.violations(exchange(429, headers(), BODY))).isEmpty();
    assertThat(check.violations(exchange(429, headers(), BODY))).hasSize(1);
  }

  private static List<String> violations(
      int status, Map<String, List<String>> headers, String body) {
    return new ContractCheck(Contract.read()).violations(exchange(status, headers, body));
  }

  private static Exchange exchange(int status, Map<String, List<String>> headers, String body) {
    return new Exchange(
        Request.get("/api/v1/account"),
        status,
        HttpHeaders.of(headers, (_, _) -> true),
        body.getBytes(StandardCharsets.UTF_8),
        NOW,
        NOW);
  }
}
