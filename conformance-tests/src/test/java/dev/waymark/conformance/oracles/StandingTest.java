package dev.waymark.conformance.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a caller stands with its limit, as an answer says it; and who has to be told. */
final class StandingTest {
  private static final Reply GOOD = standing(Reply.of("getAccount", 200, ""), 239);

  @ParameterizedTest
  @CsvSource({"239, true", "0, true", "240, false", "241, false", "-1, false"})
  void an_answer_behind_the_limit_has_left_a_call_less(int remaining, boolean right) {
    assertThat(standing(GOOD, remaining).broken().isEmpty()).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"240, true", "241, false"})
  void one_before_the_limit_has_taken_none(int remaining, boolean right) {
    Reply before = standing(Reply.of("getAccount", 500, "INTERNAL_ERROR"), remaining);
    assertThat(before.broken().isEmpty()).isEqualTo(right);
  }

  @Test
  void all_five_are_owed_behind_the_limit_and_none_before_it() {
    assertThat(silent(GOOD).broken()).containsExactly("limits MUST");
    assertThat(silent(Reply.of("getAccount", 401, "KEY_INVALID")).broken())
        .containsExactly("limits MUST");
    assertThat(silent(Reply.of("getAccount", 500, "INTERNAL_ERROR")).broken()).isEmpty();
    assertThat(silent(Reply.of("getAccount", 406, "NOT_ACCEPTABLE")).broken()).isEmpty();
    Reply future = Reply.of("getAccount", 401, "KEY_INVALID").named("KEY_INVALID", "KEY_LOST");
    assertThat(silent(future).broken()).containsExactly("code SHOULD");
    assertThat(GOOD.without("RateLimit").violations())
        .extracting(Violation::how)
        .containsExactly("only 4 of the five rate limit headers are there");
    assertThat(silent(Reply.rateLimited(Shape.NATIVE)).to(Request.get("/nowhere")).broken())
        .doesNotContain("limits MUST");
  }

  @Test
  void a_server_with_another_clock_is_held_against_its_own_date() {
    Reply late =
        GOOD.with("X-RateLimit-Reset", "1767229260").with("RateLimit", "\"rpm\";r=239;t=60");
    assertThat(late.broken()).containsExactly("limits MUST");
    assertThat(late.with("Date", "Thu, 01 Jan 2026 01:00:00 GMT").broken()).isEmpty();
    assertThat(late.with("Date", "Thu, 01 Jan 2026 00:30:00 GMT").broken())
        .containsExactly("limits MUST");
    assertThat(late.with("Date", "yesterday").broken()).containsExactly("limits MUST");
  }

  @ParameterizedTest
  @CsvSource({"5, false", "6, true", "7, true", "8, true", "9, false"})
  void the_reset_may_be_a_second_off(int seconds, boolean right) {
    long reset = Reply.NOW.getEpochSecond() + seconds;
    Reply reply = Reply.rateLimited(Shape.NATIVE).with("X-RateLimit-Reset", String.valueOf(reset));
    assertThat(reply.broken().isEmpty()).isEqualTo(right);
  }

  @Test
  void a_policy_of_another_name_is_odd() {
    Reply named =
        GOOD.with("RateLimit-Policy", "\"minute\";q=240;w=60")
            .with("RateLimit", "\"minute\";r=239;t=7");
    assertThat(named.broken()).containsExactly("limits SHOULD");
    assertThat(named.with("RateLimit", "\"rpm\";r=239;t=7").broken())
        .containsExactly("limits MUST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"rpm\";q=240;w=60;x | true",
        "  \"rpm\" ;q=240 | false",
        "rpm;q=240;w=60 | false",
        "\"rpm\";q=240;w=60.0 | false",
        "\"rpm\";q=240;w=1234567890123456789 | false",
      })
  void a_policy_is_a_name_with_parameters(String policy, boolean right) {
    assertThat(GOOD.with("RateLimit-Policy", policy).broken().isEmpty()).isEqualTo(right);
    String longer = "\"rpm\";q=240;w=60" + ";x=1".repeat(60);
    assertThat(GOOD.with("RateLimit-Policy", longer).broken()).contains("limits MUST");
  }

  @ParameterizedTest
  @CsvSource({
    "startGeneration, 202, ok, X-Credits-Charged",
    "startGeneration, 202, ok, X-Credits-Remaining",
    "startGeneration, 202, ok, X-Concurrency-Limit",
    "startGeneration, 202, ok, X-Concurrency-Remaining",
    "startGeneration, 402, INSUFFICIENT_CREDITS, X-Credits-Charged",
    "startGeneration, 402, INSUFFICIENT_CREDITS, X-Credits-Remaining",
    "startGeneration, 429, CONCURRENCY_LIMIT, X-Concurrency-Limit",
    "startGeneration, 429, CONCURRENCY_LIMIT, X-Concurrency-Remaining",
  })
  void what_a_metered_call_took_and_left_is_told(
      String operation, int status, String code, String header) {
    Reply reply = Reply.of(operation, status, code);
    assertThat(reply.broken()).isEmpty();
    assertThat(reply.without(header).broken()).containsExactly("meter MUST");
  }

  private static Reply standing(Reply reply, int remaining) {
    return reply
        .with("X-RateLimit-Limit", "240")
        .with("X-RateLimit-Remaining", String.valueOf(remaining))
        .with("X-RateLimit-Reset", String.valueOf(Reply.NOW.getEpochSecond() + 7))
        .with("RateLimit-Policy", "\"rpm\";q=240;w=60")
        .with("RateLimit", "\"rpm\";r=" + remaining + ";t=7");
  }

  private static Reply silent(Reply reply) {
    return reply
        .without("X-RateLimit-Limit")
        .without("X-RateLimit-Remaining")
        .without("X-RateLimit-Reset")
        .without("RateLimit-Policy")
        .without("RateLimit");
  }
}
