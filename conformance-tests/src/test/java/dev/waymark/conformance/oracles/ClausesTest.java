package dev.waymark.conformance.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.wire.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which single thing that is wrong breaks which clauses, and whether callers can live with it.
 * Where a thing is wrong in two ways, both stand there.
 */
final class ClausesTest {
  /**
   * Header | value, - for none | what it breaks. In every rendering that does not say otherwise.
   */
  private static final String HEADERS =
      """
      X-Request-Id        | -                       | request-id MUST
      X-Request-Id        | req_1                   | request-id MUST
      X-Error-Code        | -                       | code MUST
      X-Error-Code        | rate limit              | code MUST, help MUST
      Retry-After         | -                       | retry-after MUST
      Retry-After         | 6                       | retry-after MUST
      Retry-After         | 0                       | retry-after MUST
      Retry-After         | 7.0                     | retry-after MUST
      Retry-After         | 121                     | retry-after MUST
      Retry-After         | Thu, 01 Jan 2026 00:00:07 GMT | retry-after MUST
      Retry-After-Ms      | -                       | retry-after MUST
      Retry-After-Ms      | 5999                    | retry-after MUST
      Retry-After-Ms      | 0                       | retry-after MUST
      Retry-After-Ms      | 120001                  | retry-after MUST
      X-Should-Retry      | -                       | should-retry MUST
      X-Should-Retry      | false                   | should-retry MUST
      X-Should-Retry      | TRUE                    | should-retry MUST
      X-RateLimit-Limit   | -                       | limits MUST
      X-RateLimit-Limit   | 600                     | limits MUST
      X-RateLimit-Limit   | many                    | limits MUST
      X-RateLimit-Remaining | 1                     | limits MUST
      X-RateLimit-Remaining | -1                    | limits MUST
      X-RateLimit-Reset   | 7                       | limits MUST
      X-RateLimit-Reset   | 1767225600              | limits MUST
      X-RateLimit-Reset   | 1767225606              | -
      X-RateLimit-Reset   | 1767225608              | -
      X-RateLimit-Reset   | 1767225609              | limits MUST
      RateLimit-Policy    | 240                     | limits MUST
      RateLimit-Policy    | "rpm";q=240             | limits MUST
      RateLimit-Policy    | "rpm";q=240;w=1         | limits MUST
      RateLimit-Policy    | "calls";q=240;w=60      | limits MUST
      RateLimit-Policy    | "rpm";q=240;w=60, "day";q=9 | -
      RateLimit-Policy    | "rpm"; w=60; q=240      | -
      RateLimit           | "rpm";r=0;t=60          | limits MUST
      RateLimit           | "rpm";r=1;t=7           | limits MUST
      RateLimit           | "rpm"                   | limits MUST
      Content-Type        | text/html               | body MUST
      Content-Type        | application/vnd.waymark.other+json | body MUST
      Content-Length      | 1                       | body MUST
      Link                | -                       | help MUST
      Link                | <http://127.0.0.1:8080/docs/errors/RATE_LIMIT>; rel="next" | help MUST
      Link                | <http://127.0.0.1:8080/docs/errors/KEY_INVALID>; rel="help" | help MUST
      Link                | <http://127.0.0.1:8080/docs/errors/RATE_LIMIT> rel=help | help MUST
      Link                | <::>; rel="help"        | help MUST
      Link                | </docs>; rel=next, <http://127.0.0.1:8080/docs/errors/RATE_LIMIT>; rel=help | -
      Vary                | -                       | help MUST
      Vary                | Accept                  | help MUST
      Vary                | Authorization           | help MUST
      Vary                | Origin,authorization,ACCEPT | -
      Vary                | *                       | -
      X-Powered-By        | chance                  | headers MUST, headers SHOULD
      X-Debug-Query       | 1                       | headers MUST, headers SHOULD
      Server              | nginx                   | headers SHOULD
      Server              | nginx/1.27              | headers MUST, headers SHOULD
      Via                 | 1.1 edge                | headers SHOULD
      Via                 | 1.1 varnish/7.1         | headers MUST, headers SHOULD
      X-Trace             | at dev.Waymark(Waymark.java:7) | headers MUST, headers SHOULD
      X-Trace             | 7f                      | headers SHOULD
      X-Key               | wm_live_0123456789      | headers MUST, headers SHOULD
      Cache-Control       | no-store                | headers SHOULD
      Cache-Control       | public, max-age=300     | headers MUST
      ETag                | "1"                     | headers SHOULD
      Access-Control-Allow-Origin | *               | headers SHOULD
      X-Credits-Charged   | 0                       | meter MUST
      X-Credits-Charged   | 40                      | meter MUST
      X-Concurrency-Limit | 5                       | meter MUST
      Idempotent-Replayed | false                   | headers MUST
      WWW-Authenticate    | Bearer                  | headers MUST
      Keep-Alive          | timeout=5               | headers SHOULD
      Date                | Thu, 01 Jan 2026 00:00:00 GMT | -
      """;

  /** What stands in each rendering that has fields | what does instead | what it breaks. */
  private static final String FIELDS =
      """
      This caller is over its 240 calls | Slow down, after 240 calls | text SHOULD
      240 calls                 | 240 call                  | text SHOULD
      240 calls                 | 241 calls                 | text MUST
      Wait 7 seconds            | Wait a bit                | text SHOULD
      Wait 7 seconds            | Wait 6 seconds            | text MUST
      "next":"                  | "next":" ","was":"        | text MUST, *
      "next":"                  | "next":7,"was":"          | text MUST, *
      "next"                    | "advice"                  | text MUST, *
      ,"after_ms":6840          | ''                        | retry MUST, retry-after MUST, text SHOULD
      "after_ms":6840           | "after_ms":6839           | retry-after MUST
      "after_ms":6840           | "after_ms":6840.5         | retry MUST
      "after_ms":6840           | "after_ms":6840,"jitter":1 | -
      "after_delay"             | "backoff"                 | retry MUST
      "retry"                   | "again"                   | retry MUST, retry-after MUST, text SHOULD, *
      "strategy":"after_delay"  | "strategy":"after_delay","resets_at":"2026-01-01T00:00:07Z" | retry MUST
      "none"                    | "held"                    | charge MUST
      "credits":0               | "credits":40              | charge MUST
      "charge"                  | "fee"                     | charge MUST, *
      "limit":240,              | ''                        | extras MUST, text SHOULD
      "limit":240               | "limit":"240"             | extras MUST
      "window_seconds":60       | "window_seconds":null     | extras MUST, text SHOULD
      "limit":240               | "burst":10,"limit":240    | extras SHOULD
      "request_id":"req_        | "request_id":"REQ_        | request-id MUST
      F9G","retry"              | F9H","retry"              | request-id MUST
      "request_id"              | "id"                      | request-id MUST, *
      """;

  static Stream<Arguments> headers() {
    return rows(HEADERS)
        .flatMap(row ->
            Arrays.stream(Shape.values())
                .map(shape -> Arguments.of(shape, row[0], row[1], row[2])));
  }

  static Stream<Arguments> fields() {
    return rows(FIELDS)
        .flatMap(row ->
            Arrays.stream(Shape.values())
                .filter(shape -> shape != Shape.PLAIN)
                .map(shape -> Arguments.of(shape, row[0], row[1], row[2])));
  }

  @ParameterizedTest(name = "{0} {1}: {2} breaks {3}")
  @MethodSource("headers")
  void a_wrong_header_breaks_its_clause(Shape shape, String name, String value, String broken) {
    Reply right = Reply.rateLimited(shape);
    Reply wrong = value.equals("-") ? right.without(name) : right.with(name, value);
    assertThat(wrong.broken()).as("%s", wrong.violations()).containsAll(expected(broken));
    if (shape == Shape.NATIVE || broken.equals("-")) {
      assertThat(wrong.broken()).as("%s", wrong.violations()).isEqualTo(expected(broken));
    }
  }

  @ParameterizedTest(name = "{0}: {2} for {1} breaks {3}")
  @MethodSource("fields")
  void a_wrong_field_breaks_its_clause(Shape shape, String right, String wrong, String broken) {
    Reply reply = Reply.rateLimited(shape).replaced(right, wrong);
    List<String> expected = expected(broken.replace(", *", ""));
    if (broken.endsWith("*")) {
      assertThat(reply.broken()).as("%s", reply.violations()).containsAll(expected);
    } else {
      assertThat(reply.broken()).as("%s", reply.violations()).isEqualTo(expected);
    }
  }

  private static Stream<String[]> rows(String table) {
    return table.lines().map(line -> line.split("\\s+\\|\\s+|\\s+\\|$")).map(ClausesTest::unquoted);
  }

  private static String[] unquoted(String[] cells) {
    return Arrays.stream(cells).map(cell -> cell.equals("''") ? "" : cell).toArray(String[]::new);
  }

  private static List<String> expected(String broken) {
    return broken.equals("-") ? List.of() : Stream.of(broken.split(", ")).sorted().toList();
  }
}
