package dev.waymark.conformance.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs go by when they send a call again. */
final class RetryLawsTest {
  private static final String OTHER_UNIT =
      "Retry-After is not Retry-After-Ms in whole seconds, rounded up";
  private static final String OTHER_WAIT = "Retry-After-Ms is not the wait of retry";

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "startGeneration, 500, INTERNAL_ERROR, false",
    "startGeneration, 503, OVERLOADED, true",
    "startGeneration, 429, RATE_LIMIT, true",
    "startGeneration, 408, REQUEST_TIMEOUT, true",
    "startGeneration, 422, INVALID_PARAMS, false",
    "getAccount, 500, INTERNAL_ERROR, true",
  })
  void without_a_key_a_server_that_failed_may_have_charged(
      String operation, int status, String code, boolean should) {
    Reply reply = Reply.of(operation, status, code);
    Reply keyless = reply.to(reply.request().without("Idempotency-Key"));
    Reply right = keyless.with("X-Should-Retry", String.valueOf(should));
    assertThat(right.broken()).isEmpty();
    assertThat(right.with("X-Should-Retry", String.valueOf(!should)).broken())
        .containsExactly("should-retry MUST");
  }

  @ParameterizedTest(name = "{0} s, {1} ms: {2}")
  @CsvSource({
    "1, 1, true",
    "1, 1000, true",
    "2, 1001, true",
    "120, 120000, true",
    "120, 119001, true",
    "0, 0, false",
    "121, 120001, false",
    "-1, -1000, false",
    "1000000, 120000, false",
  })
  void a_wait_is_one_to_120_seconds(String seconds, String millis, boolean right) {
    Reply reply =
        Reply.rateLimited(Shape.NATIVE)
            .named("RATE_LIMIT", "SOMETHING_NEW")
            .replaced("6840", millis)
            .with("Retry-After", seconds)
            .with("Retry-After-Ms", millis);
    List<String> how = how(reply);
    if (right) {
      assertThat(reply.broken()).containsExactly("code SHOULD");
    } else {
      assertThat(how).contains("Retry-After is no wait of 1 to 120 seconds");
    }
  }

  @Test
  void each_header_is_held_against_the_other_and_the_body() {
    Reply reply = Reply.rateLimited(Shape.NATIVE);
    assertThat(how(reply.with("Retry-After", "8"))).containsExactly(OTHER_UNIT);
    assertThat(how(reply.with("Retry-After-Ms", "6841"))).containsExactly(OTHER_WAIT);
    assertThat(how(reply.with("Retry-After-Ms", "120001")))
        .contains("Retry-After-Ms is no wait of 1 to 120 seconds");
    Reply silent = reply.without("Retry-After").without("Retry-After-Ms");
    assertThat(how(silent))
        .contains("Retry-After-Ms is not what the catalogue fixes for RATE_LIMIT", OTHER_WAIT)
        .doesNotContain(OTHER_UNIT);
    assertThat(silent.broken()).containsExactly("retry-after MUST");
  }

  @Test
  void the_headers_alone_are_held_against_the_catalogue_where_there_is_no_body() {
    Reply head =
        Reply.of("getAccount", 500, "INTERNAL_ERROR")
            .to(Request.of("HEAD", "/api/v1/account").with("Authorization", "Bearer wm_live_x"))
            .withBody("");
    assertThat(head.broken()).isEmpty();
    Reply later = head.with("Retry-After", "2").with("Retry-After-Ms", "2000");
    assertThat(how(later))
        .containsExactly("Retry-After-Ms is not what the catalogue fixes for INTERNAL_ERROR");
    assertThat(how(head.with("X-Should-Retry", "false")))
        .containsExactly("X-Should-Retry ought to be true");
    Reply future = later.named("INTERNAL_ERROR", "SOMETHING_NEW");
    assertThat(future.broken()).containsExactly("code SHOULD");
    assertThat(future.with("X-Should-Retry", "false").broken())
        .containsExactly("code SHOULD", "should-retry MUST");
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"strategy\":\"backoff\" | \"strategy\":\"never\" | retry.strategy ought to be backoff",
        "\"base_ms\":1000 | \"base_ms\":1001 | retry.base_ms ought to be 1000",
        "\"max_ms\":30000 | \"max_ms\":1000 | retry.max_ms ought to be 30000",
        "\"max_ms\":30000 | \"max\":30000 | retry.max_ms ought to be 30000",
      })
  void what_the_catalogue_fixes_is_fixed(String right, String wrong, String told) {
    Reply reply = Reply.of("getAccount", 500, "INTERNAL_ERROR");
    assertThat(how(reply.replaced(right, wrong))).contains(told);
  }

  @Test
  void when_it_resets_is_told_where_the_catalogue_says_so_and_nowhere_else() {
    String told = "retry.resets_at is there and ought not to be, or the other way round";
    Reply reply = Reply.of("startGeneration", 402, "INSUFFICIENT_CREDITS");
    assertThat(how(reply.replaced("\"resets_at\"", "\"then\""))).contains(told);
    Reply other = Reply.of("startGeneration", 429, "CONCURRENCY_LIMIT");
    assertThat(how(other.replaced("\"after_ms\":2000", "\"after_ms\":2001")))
        .contains("retry.after_ms ought to be 2000");
    assertThat(how(other.replaced("\"generation_finished\"", "\"x\"")))
        .contains("retry.event ought to be generation_finished");
    String also = "\"after_ms\":2000,\"resets_at\":\"2026-01-01T00:00:00Z\"";
    assertThat(how(other.replaced("\"after_ms\":2000", also))).contains(told);
  }

  private static List<String> how(Reply reply) {
    return reply.violations().stream().map(Violation::how).toList();
  }
}
