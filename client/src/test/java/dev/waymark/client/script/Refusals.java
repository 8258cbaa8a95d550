package dev.waymark.client.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Answers that are no success: as the contract has them, bent, broken, or of somebody else. */
final class Refusals {

  private static final List<String> UNKNOWN_CODES =
      List.of("FUTURE_CODE", "X9", "GENERATION_FAILED_BADLY");
  private static final List<String> NOT_CODES =
      List.of("null", "7", "\"not found\"", "{\"type\":\"x\"}", "\"\"", "\"rate_limit\"");
  private static final List<String> ABSURD_WAITS =
      List.of(
          "-5",
          "1.5",
          "0.0004",
          "2.0",
          "",
          "soon",
          "1e3",
          "NaN",
          "0x10",
          "in -100",
          "in 0",
          "in 3",
          "in 90",
          "in 410400",
          "Tue, 99 Foo 2026 00:00:00 GMT",
          "9999999999999999999999",
          "+5");
  private static final List<String> SHOULD = List.of("true", "false", "yes", "TRUE", "1", "");
  private static final List<String> IDS =
      List.of("req_1", "req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G", "two words", "<b>", "", VirtualStage.KEY);

  private final Pace pace;

  Refusals(Pace pace) {
    this.pace = pace;
  }

  Arbitrary<Step> all() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 9),
            millis(),
            Arbitraries.integers().between(300, 599),
            headers(),
            Arbitraries.of(Catalogue.rows()),
            retry(),
            extras(),
            shape())
        .as(this::reply);
  }

  Arbitrary<Integer> millis() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(8, Arbitraries.integers().between(0, 5)),
        net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(0, pace.slow())));
  }

  private Step reply(
      int kind,
      int millis,
      int status,
      Map<String, String> headers,
      JsonNode row,
      String retry,
      Map<String, String> extras,
      Shape shape) {
    boolean known = kind <= 6 && row.path("status").asInt() > 0;
    boolean coherent = known && kind <= 4;
    String code = known ? '"' + row.path("code").asText() + '"' : unknown(kind, status);
    Map<String, String> sent = new LinkedHashMap<>(headers);
    if (coherent) {
      sent.put("X-Error-Code", row.path("code").asText());
    }
    String body =
        "{\"error\":%s,\"message\":\"%s\",\"next\":\"Do what the words say.\",\"request_id\":\"req_%d\",%s%s}"
            .formatted(code, "What is wrong.", status, coherent ? own(row) : retry, text(extras));
    return new Step.Reply(
        millis,
        coherent ? row.path("status").asInt() : status,
        sent,
        shape.of(body),
        shape != Shape.LATIN_1,
        shape == Shape.CUT,
        false);
  }

  private static String unknown(int kind, int status) {
    return kind == 9
        ? NOT_CODES.get(status % NOT_CODES.size())
        : '"' + UNKNOWN_CODES.get(status % UNKNOWN_CODES.size()) + '"';
  }

  private String own(JsonNode row) {
    ObjectNode retry = ((ObjectNode) row.path("retry")).deepCopy();
    int wait = pace.bodyMillis().get(row.path("code").asText().length() % 4);
    switch (retry.path("strategy").asText()) {
      case "after_delay" -> retry.put("after_ms", wait);
      case "after_event" -> retry.put("resets_at", "2026-12-01T00:00:00Z");
      default -> retry.remove("resets_at");
    }
    return "\"retry\":" + retry;
  }

  private static String text(Map<String, String> extras) {
    StringBuilder text = new StringBuilder();
    extras.forEach((name, value) -> text.append(",\"").append(name).append("\":").append(value));
    return text.toString();
  }

  /** What the body says of a retry where it does not go with the code. */
  private Arbitrary<String> retry() {
    return Combinators.combine(
            Arbitraries.of(
                "\"never\"",
                "\"fix_request\"",
                "\"after_delay\"",
                "\"backoff\"",
                "\"after_event\"",
                "\"tomorrow\"",
                "7",
                "null"),
            Arbitraries.of(pace.bodyMillis()).optional(0.7),
            Arbitraries.of(pace.bodyMillis()).optional(0.7),
            Arbitraries.of(
                "\"event\":\"x\"",
                "\"event\":7",
                "\"resets_at\":\"2026-12-01T00:00:00Z\"",
                "\"resets_at\":\"late\",\"event\":\"y\"",
                "\"after_ms\":-1",
                "\"base_ms\":1.5"))
        .as((strategy, after, base, more) ->
            "\"retry\":{\"strategy\":"
                + strategy
                + after.map(ms -> ",\"after_ms\":" + ms).orElse("")
                + base.map(ms -> ",\"base_ms\":" + ms + ",\"max_ms\":" + ms * 4L).orElse("")
                + ((more.startsWith("\"after_ms\"") && after.isPresent())
                        || (more.startsWith("\"base_ms\"") && base.isPresent())
                    ? ""
                    : "," + more)
                + "}");
  }

  private static Arbitrary<Map<String, String>> extras() {
    return Arbitraries.maps(
            Arbitraries.of("charge", "docs_url", "limit", "running", "field", "errors", "ünknown"),
            Arbitraries.of(
                "{\"state\":\"none\",\"credits\":0}",
                "{\"state\":\"released\",\"credits\":40}",
                "{\"state\":\"gone\",\"credits\":1}",
                "{\"state\":\"held\",\"credits\":1.5}",
                "\"http://127.0.0.1/docs/errors/X\"",
                "240",
                "[1,{\"a\":null}]",
                "\"früh\"",
                "null",
                "9".repeat(40),
                "\"Bearer " + VirtualStage.KEY + "\""))
        .ofMaxSize(3);
  }

  private Arbitrary<Map<String, String>> headers() {
    return Combinators.combine(
            Arbitraries.oneOf(Arbitraries.of(pace.millis()), Arbitraries.of(ABSURD_WAITS))
                .optional(0.4),
            Arbitraries.oneOf(Arbitraries.of(pace.seconds()), Arbitraries.of(ABSURD_WAITS))
                .optional(0.5),
            Arbitraries.frequencyOf(
                    net.jqwik.api.Tuple.of(5, Arbitraries.of("true")),
                    net.jqwik.api.Tuple.of(3, Arbitraries.of(SHOULD)))
                .optional(0.6),
            Arbitraries.of(IDS).optional(0.5),
            Arbitraries.of("RATE_LIMIT", "KEY_INVALID", "FUTURE_CODE", "not a code", "")
                .optional(0.2),
            Arbitraries.of("240", "12", "-1", "many", "99999999999999999999").optional(0.4),
            Arbitraries.of("\"rpm\";q=240;w=60", "\"rpm\";r=12;t=7", "w=x", "").optional(0.4),
            Arbitraries.of("application/json", "text/html", VirtualStage.KEY).optional(0.8))
        .as((ms, seconds, should, id, code, number, policy, type) -> {
          Map<String, String> headers = new LinkedHashMap<>();
          put(headers, "Retry-After-Ms", ms.filter(text -> !text.startsWith("in ")));
          put(headers, "Retry-After", seconds);
          put(headers, "X-Should-Retry", should);
          put(headers, "X-Request-Id", id);
          put(headers, "X-Error-Code", code);
          put(headers, "X-RateLimit-Limit", number);
          put(headers, "X-RateLimit-Remaining", number.map(n -> n.equals("240") ? "12" : n));
          put(headers, "X-Concurrency-Limit", number);
          put(headers, "X-Concurrency-Remaining", number);
          put(headers, "RateLimit-Policy", policy);
          put(headers, "RateLimit", policy);
          put(headers, "Content-Type", type);
          return headers;
        });
  }

  private static void put(Map<String, String> headers, String name, Optional<String> value) {
    value.ifPresent(text -> headers.put(name, text));
  }

  private static Arbitrary<Shape> shape() {
    return Arbitraries.frequency(
        net.jqwik.api.Tuple.of(12, Shape.WHOLE),
        net.jqwik.api.Tuple.of(1, Shape.CUT),
        net.jqwik.api.Tuple.of(1, Shape.EMPTY),
        net.jqwik.api.Tuple.of(1, Shape.HTML),
        net.jqwik.api.Tuple.of(1, Shape.LATIN_1),
        net.jqwik.api.Tuple.of(1, Shape.HUGE),
        net.jqwik.api.Tuple.of(1, Shape.IN_A_LIST));
  }
}
