package dev.waymark.conformance.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What callers are told to live with is odd at most, and what they go by stays owed all the same.
 */
final class VariantsTest {
  @ParameterizedTest
  @EnumSource
  void a_code_that_nobody_knows_yet_is_odd_in_every_rendering(Shape shape) {
    Reply future = ofTheFuture(Reply.rateLimited(shape), "RATE_LIMIT");
    assertThat(future.broken()).containsExactly("code SHOULD");
    assertThat(future.to(Request.of("HEAD", "/api/v1/account")).withBody("").broken())
        .containsExactly("code SHOULD");
  }

  @Test
  void a_code_that_nobody_knows_yet_may_have_other_extras_and_another_wait() {
    Reply future = ofTheFuture(Reply.rateLimited(Shape.NATIVE), "RATE_LIMIT");
    Reply person =
        future
            .replaced("\"limit\":240,\"window_seconds\":60", "\"seats\":3")
            .replaced(
                "{\"strategy\":\"after_delay\",\"after_ms\":6840}", "{\"strategy\":\"never\"}")
            .without("Retry-After")
            .without("Retry-After-Ms")
            .with("X-Should-Retry", "false");
    assertThat(person.broken()).containsExactly("code SHOULD");
    assertThat(person.with("X-Should-Retry", "true").broken()).contains("should-retry MUST");
    assertThat(person.with("Retry-After", "7").with("Retry-After-Ms", "6840").broken())
        .contains("retry-after MUST");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After | - | retry-after MUST",
        "Retry-After-Ms | 7000 | retry-after MUST",
        "X-Should-Retry | false | should-retry MUST",
        "X-Should-Retry | - | should-retry MUST",
        "X-Request-Id | - | request-id MUST",
        "Link | - | help MUST",
        "Vary | - | help MUST",
      })
  void what_a_program_goes_by_is_owed_with_any_code(String name, String value, String broken) {
    Reply future = ofTheFuture(Reply.rateLimited(Shape.NATIVE), "RATE_LIMIT");
    Reply wrong = value.equals("-") ? future.without(name) : future.with(name, value);
    assertThat(wrong.broken()).contains(broken);
  }

  @ParameterizedTest(name = "{0} for {1} breaks {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"message\":\" | \"said\":\" | text MUST",
        "\"next\":\"Wait | \"next\":\"\",\"was\":\"Wait | text MUST",
        "\"strategy\":\"after_delay\" | \"strategy\":\"later\" | retry MUST",
        "\"state\":\"none\" | \"state\":\"gone\" | charge MUST",
        "\"error\":\"SOMETHING_NEW\" | \"error\":\"SOMETHING_ELSE\" | code MUST",
      })
  void the_fields_of_every_error_are_owed_with_any_code(String right, String wrong, String broken) {
    Reply future = ofTheFuture(Reply.rateLimited(Shape.NATIVE), "RATE_LIMIT");
    assertThat(future.replaced(right, wrong).broken()).contains(broken);
  }

  @Test
  void a_code_that_nobody_knows_yet_needs_a_status_that_is_documented() {
    Reply future = ofTheFuture(Reply.rateLimited(Shape.NATIVE), "RATE_LIMIT");
    assertThat(future.withStatus(418).broken()).contains("status MUST", "code SHOULD");
  }

  @ParameterizedTest
  @CsvSource({
    "404, KEY_NOT_FOUND, status MUST",
    "429, CONCURRENCY_LIMIT, status MUST",
    "429, GENERATION_FAILED, code MUST",
    "429, KEY_INVALID, code MUST",
    "503, RATE_LIMIT, code MUST",
    "429, rate_limit, code MUST",
    "429, RATE__LIMIT, code MUST",
  })
  void a_code_in_the_wrong_place_is_broken(int status, String code, String broken) {
    Reply reply = Reply.rateLimited(Shape.NATIVE).withStatus(status);
    assertThat(reply.named("RATE_LIMIT", code).broken()).contains(broken);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Strict-Transport-Security | max-age=63072000 | headers SHOULD",
        "X-Frame-Options | DENY | headers SHOULD",
        "Server | waymark | headers SHOULD",
        "Set-Cookie | a=b | headers SHOULD",
        "Expires | 0 | headers SHOULD",
        "Cache-Control | private, max-age=0 | headers SHOULD",
      })
  void another_header_is_odd(String name, String value, String broken) {
    for (Shape shape : Shape.values()) {
      assertThat(Reply.rateLimited(shape).with(name, value).broken()).containsExactly(broken);
    }
  }

  @Test
  void the_title_and_the_text_of_a_rendering_may_be_worded_anew() {
    assertThat(Reply.rateLimited(Shape.PROBLEM).replaced("Too many calls", "Slow down").broken())
        .containsExactly("rendering SHOULD");
    assertThat(Reply.rateLimited(Shape.PROBLEM).replaced("Too many calls", " ").broken())
        .containsExactly("rendering MUST");
    Reply plain = Reply.rateLimited(Shape.PLAIN);
    assertThat(plain.replaced("Wait 7 seconds", "Wait a bit").broken())
        .containsExactly("text SHOULD");
    assertThat(plain.replaced("Wait 7 seconds", "Wait 6 seconds").broken())
        .containsExactly("text MUST");
    assertThat(plain.withBody("{\"error\":\" \"}").broken()).containsExactly("text MUST");
    assertThat(plain.withBody("{\"error\":7}").broken()).containsExactly("text MUST");
    assertThat(plain.withBody("{\"error\":\"" + "x".repeat(2002) + "\"}").broken())
        .containsExactly("text MUST", "text SHOULD");
  }

  private static Reply ofTheFuture(Reply reply, String code) {
    return reply.named(code, "SOMETHING_NEW");
  }
}
