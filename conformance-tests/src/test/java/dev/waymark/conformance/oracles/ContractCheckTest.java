package dev.waymark.conformance.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The check itself: a right answer passes, and each single thing wrong with it is seen. */
final class ContractCheckTest {
  private static final Contract CONTRACT = Contract.read();
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final URI SERVER = URI.create("http://127.0.0.1:8080");
  private static final String RETRY_AND_CHARGE =
      """
      "request_id":"req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G",\
      "retry":{"strategy":"after_delay","after_ms":6840},\
      "charge":{"state":"none","credits":0}\
      """;
  private static final String MESSAGE = "This caller is over its 240 calls in 60 seconds.";
  private static final String NEXT = "Wait 7 seconds, then send the same request again.";
  private static final String DOCS = "http://127.0.0.1:8080/docs/errors/RATE_LIMIT";
  private static final String EXTRAS = "\"limit\":240,\"window_seconds\":60";
  private static final String NATIVE =
      """
      {"error":"RATE_LIMIT","message":"%s","next":"%s","docs_url":"%s",%s,%s}\
      """
          .formatted(MESSAGE, NEXT, DOCS, RETRY_AND_CHARGE, EXTRAS);

  private static final String WRONG_HEADERS =
      """
      X-Request-Id | -
      X-Request-Id | req_1
      X-Request-Id | req_01KAM3Q9T5X8Y2ZB4C6D7E8F9H
      X-Error-Code | -
      X-Error-Code | CONCURRENCY_LIMIT
      X-Error-Code | NO_SUCH_CODE
      X-Error-Code | MODEL_NOT_FOUND
      X-Should-Retry | -
      X-Should-Retry | false
      Retry-After | -
      Retry-After | 6
      Retry-After | 0
      Retry-After | soon
      Retry-After-Ms | -
      Retry-After-Ms | 5999
      X-RateLimit-Limit | -
      X-RateLimit-Limit | 600
      X-RateLimit-Remaining | -1
      X-RateLimit-Remaining | 1
      X-RateLimit-Reset | 7
      RateLimit-Policy | 240
      RateLimit-Policy | -
      RateLimit | "rpm";r=0;t=60
      Content-Type | text/html
      Content-Type | application/vnd.waymark.other+json
      X-Powered-By | chance
      X-Credits-Charged | 40
      Access-Control-Allow-Origin | *
      Link | -
      Link | <http://127.0.0.1:8080/docs/errors/RATE_LIMIT>; rel="next"
      Link | <http://127.0.0.1:8080/docs/errors/KEY_INVALID>; rel="help"
      Link | <http://127.0.0.1:8080/docs/errors/RATE_LIMIT?q=1>; rel="help"
      Link | <http://127.0.0.1:8081/docs/errors/RATE_LIMIT>; rel="help"
      Link | <http://elsewhere.example/docs/errors/RATE_LIMIT>; rel="help"
      Vary | -
      Vary | Accept
      Vary | Authorization
      """;

  private static String body(Shape shape) {
    return switch (shape) {
      case NATIVE -> NATIVE;
      case PROBLEM ->
          """
          {"type":"%s","title":"Too many calls","status":429,"detail":"%s",\
          "instance":"urn:waymark:request:req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G","code":"RATE_LIMIT",\
          "next":"%s",%s,"details":{%s}}\
          """
              .formatted(DOCS, MESSAGE, NEXT, RETRY_AND_CHARGE, EXTRAS);
      case STATUS ->
          """
          {"error":"%s","code":429,"retry_after":7,"details":{"error_code":"RATE_LIMIT",\
          "next":"%s","docs_url":"%s",%s,%s}}\
          """
              .formatted(MESSAGE, NEXT, DOCS, RETRY_AND_CHARGE, EXTRAS);
      case TYPED ->
          """
          {"error":{"type":"RATE_LIMIT","code":"RATE_LIMIT","message":"%s","param":null,\
          "next":"%s","docs_url":"%s",%s,"details":{%s}}}\
          """
              .formatted(MESSAGE, NEXT, DOCS, RETRY_AND_CHARGE, EXTRAS);
      case PLAIN -> "{\"error\":\"%s %s\"}".formatted(MESSAGE, NEXT);
    };
  }

  private static Map<String, List<String>> headers(Shape shape) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Content-Type", List.of(shape.mediaType()));
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
    headers.put("Link", List.of("<" + DOCS + ">; rel=\"help\""));
    headers.put("Vary", List.of("Accept, Authorization"));
    return headers;
  }

  static Stream<Arguments> wrongHeaders() {
    return WRONG_HEADERS
        .lines()
        .map(line -> line.split(" \\| "))
        .flatMap(wrong ->
            Arrays.stream(Shape.values())
                .filter(shape -> tells(shape, wrong[0], wrong[1]))
                .map(shape ->
                    Arguments.of(shape, wrong[0], wrong[1].equals("-") ? null : wrong[1])));
  }

  /** With one text for a body, there is no second request id to hold the header's against. */
  private static boolean tells(Shape shape, String name, String wrong) {
    return shape != Shape.PLAIN || !name.equals("X-Request-Id") || !wrong.endsWith("F9H");
  }

  @ParameterizedTest
  @EnumSource
  void a_right_answer_passes_in_every_rendering(Shape shape) {
    assertThat(violations(429, headers(shape), body(shape))).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("wrongHeaders")
  void a_wrong_header_is_seen(Shape shape, String name, @Nullable String value) {
    Map<String, List<String>> headers = headers(shape);
    headers.remove(name);
    if (value != null) {
      headers.put(name, List.of(value));
    }
    assertThat(violations(429, headers, body(shape))).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} for {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "NATIVE | \"RATE_LIMIT\" | \"CONCURRENCY_LIMIT\"",
        "NATIVE | docs_url | docs",
        "NATIVE | errors/RATE_LIMIT | errors/KEY_INVALID",
        "NATIVE | \"charge\" | \"fee\"",
        "NATIVE | {\"error\" | <html>",
        "PROBLEM | \"code\":\"RATE_LIMIT\" | \"code\":\"CONCURRENCY_LIMIT\"",
        "PROBLEM | errors/RATE_LIMIT | errors/KEY_INVALID",
        "PROBLEM | Too many calls | Slow down",
        "PROBLEM | \"status\":429 | \"status\":503",
        "PROBLEM | request:req_ | request/req_",
        "PROBLEM | \"details\":{ | \"more\":1,\"details\":{",
        "PROBLEM | \"details\" | \"extras\"",
        "STATUS | \"code\":429 | \"code\":503",
        "STATUS | \"code\":429 | \"code\":\"RATE_LIMIT\"",
        "STATUS | \"error_code\":\"RATE_LIMIT\" | \"error_code\":\"CONCURRENCY_LIMIT\"",
        "STATUS | \"retry_after\":7 | \"retry_after\":6",
        "STATUS | \"retry_after\":7, | ''",
        "STATUS | \"retry_after\" | \"wait\"",
        "STATUS | docs_url | docs",
        "TYPED | \"type\":\"RATE_LIMIT\" | \"type\":\"rate_limit\"",
        "TYPED | \"code\":\"RATE_LIMIT\" | \"code\":null",
        "TYPED | \"param\":null | \"param\":\"model\"",
        "TYPED | \"param\":null, | ''",
        "TYPED | \"details\" | \"extras\"",
        "TYPED | docs_url | docs",
        "PLAIN | 240 calls in | 240 call in",
        "PLAIN | Wait 7 seconds | Wait 6 seconds",
        "PLAIN | . Wait | .",
        "PLAIN | again. | again. Thanks.",
        "PLAIN | \"error\" | \"message\"",
        "PLAIN | {\"error\" | {\"code\":429,\"error\"",
      })
  void a_wrong_body_is_seen(Shape shape, String right, String wrong) {
    isSeen(shape, right, wrong);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
  void what_is_wrong_with_the_error_itself_is_seen_in_every_rendering(Shape shape) {
    isSeen(shape, "240 calls", "241 calls");
    isSeen(shape, "240 calls", "240 call");
    isSeen(shape, "Wait 7", "Wait 6");
    isSeen(shape, "F9G", "F9H");
    isSeen(shape, "after_delay", "backoff");
    isSeen(shape, "\"after_ms\":6840", "\"after_ms\":6841");
    isSeen(shape, "\"none\"", "\"held\"");
    isSeen(shape, "\"credits\":0", "\"credits\":40");
    isSeen(shape, "\"window_seconds\":60", "\"window_seconds\":\"60\"");
    isSeen(shape, ",\"window_seconds\":60", ",\"seconds\":60");
    isSeen(shape, "\"limit\":240,", "\"limit\":240,\"burst\":10,");
    isSeen(shape, "\"next\"", "\"advice\"");
  }

  @ParameterizedTest
  @EnumSource
  void a_body_that_is_none_of_its_shape_is_seen(Shape shape) {
    Arrays.stream(Shape.values())
        .filter(other -> other != shape)
        .forEach(other ->
            assertThat(violations(429, headers(shape), body(other))).as("%s", other).isNotEmpty());
    assertThat(violations(429, headers(shape), "")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"200", "204", "304", "400", "418", "500"})
  void a_wrong_status_is_seen(int status) {
    assertThat(violations(status, headers(Shape.NATIVE), NATIVE)).isNotEmpty();
  }

  @Test
  void what_browsers_need_may_be_there_when_one_asks() {
    Map<String, List<String>> headers = headers(Shape.NATIVE);
    headers.put("Access-Control-Allow-Origin", List.of("https://page.example"));
    headers.put("Vary", List.of("Origin", "Accept, Authorization"));
    Request asked = Request.get("/api/v1/account").with("Origin", "https://page.example");
    assertThat(check().violations(exchange(asked, 429, headers, NATIVE))).isEmpty();
  }

  @Test
  void an_operation_that_counts_against_nothing_tells_of_no_limit() {
    Map<String, List<String>> headers = headers(Shape.NATIVE);
    Request asked = Request.get("/docs/errors");
    assertThat(check().violations(exchange(asked, 429, headers, NATIVE)))
        .extracting(Violation::how)
        .contains("an answer that counts against no limit tells of one");
  }

  @Test
  void a_request_id_that_was_there_before_is_seen() {
    ContractCheck check = check();
    Exchange exchange =
        exchange(Request.get("/api/v1/account"), 429, headers(Shape.NATIVE), NATIVE);
    assertThat(check.violations(exchange)).isEmpty();
    assertThat(check.violations(exchange)).hasSize(1);
  }

  private static void isSeen(Shape shape, String right, String wrong) {
    assertThat(body(shape)).contains(right);
    assertThat(violations(429, headers(shape), body(shape).replace(right, wrong)))
        .as("%s for %s", wrong, right)
        .isNotEmpty();
  }

  private static List<Violation> violations(
      int status, Map<String, List<String>> headers, String body) {
    return check().violations(exchange(Request.get("/api/v1/account"), status, headers, body));
  }

  private static ContractCheck check() {
    return new ContractCheck(CONTRACT);
  }

  private static Exchange exchange(
      Request request, int status, Map<String, List<String>> headers, String body) {
    return new Exchange(
        SERVER,
        request,
        status,
        HttpHeaders.of(headers, (_, _) -> true),
        body.getBytes(StandardCharsets.UTF_8),
        NOW,
        NOW);
  }
}
