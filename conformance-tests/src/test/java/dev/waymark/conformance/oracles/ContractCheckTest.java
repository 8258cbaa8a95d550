package dev.waymark.conformance.oracles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The check as a whole: a right answer passes, and a wrong one of each rendering is seen. */
final class ContractCheckTest {
  @ParameterizedTest
  @EnumSource
  void a_right_answer_passes_in_every_rendering(Shape shape) {
    assertThat(Reply.rateLimited(shape).violations()).isEmpty();
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
    assertThat(Reply.rateLimited(shape).replaced(right, wrong).violations()).isNotEmpty();
  }

  /** One that holds another, as that of status does plain's, is only more than is asked for. */
  @ParameterizedTest
  @EnumSource
  void a_body_that_is_none_of_its_shape_is_seen(Shape shape) {
    Reply reply = Reply.rateLimited(shape);
    Arrays.stream(Shape.values())
        .filter(other -> other != shape)
        .map(other -> reply.withBody(Reply.rateLimited(other).body()))
        .forEach(wrong ->
            assertThat(wrong.broken())
                .as("%s", wrong)
                .anyMatch(one -> one.endsWith("MUST") || one.equals("rendering SHOULD")));
    assertThat(reply.withBody("").broken()).contains("body MUST");
  }

  @ParameterizedTest
  @CsvSource({"200", "204", "304", "400", "418", "500"})
  void a_wrong_status_is_seen(int status) {
    assertThat(Reply.rateLimited(Shape.NATIVE).withStatus(status).broken())
        .anyMatch(one -> one.endsWith("MUST"));
  }

  @Test
  void what_browsers_need_may_be_there_when_one_asks() {
    Reply reply =
        Reply.rateLimited(Shape.NATIVE)
            .with("Access-Control-Allow-Origin", "https://page.example")
            .with("Vary", "Origin", "Accept, Authorization");
    Request asked = reply.request().with("Origin", "https://page.example");
    assertThat(reply.to(asked).violations()).isEmpty();
  }

  @Test
  void an_operation_that_counts_against_nothing_tells_of_no_limit() {
    Reply reply = Reply.rateLimited(Shape.NATIVE);
    assertThat(reply.to(Request.get("/docs/errors")).violations())
        .extracting(Violation::how)
        .contains("an answer that counts against no limit tells of one");
    Request keyed = Request.get("/docs/errors").with("Authorization", "Bearer wm_live_x");
    assertThat(reply.to(keyed).violations())
        .extracting(Violation::how)
        .doesNotContain("an answer that counts against no limit tells of one");
  }

  @Test
  void a_request_id_that_was_there_before_is_seen() {
    ContractCheck check = new ContractCheck(Reply.CONTRACT);
    Reply reply = Reply.rateLimited(Shape.NATIVE);
    assertThat(check.violations(reply.exchange())).isEmpty();
    assertThat(check.violations(reply.exchange()))
        .extracting(Violation::clause)
        .containsExactly(Clause.REQUEST_ID);
  }

  @Test
  void our_own_tests_fail_on_what_is_merely_odd() {
    Reply reply = Reply.rateLimited(Shape.NATIVE);
    Reply odd = reply.with("X-Other", "1");
    assertThat(odd.broken()).containsExactly("headers SHOULD");
    assertThatThrownBy(() -> new ContractCheck(Reply.CONTRACT).require(odd.exchange()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("headers: the header x-other is not documented here")
        .hasMessageContaining("GET /api/v1/account");
    assertThatCode(() -> new ContractCheck(Reply.CONTRACT).require(reply.exchange()))
        .doesNotThrowAnyException();
  }

  @Test
  void a_withheld_limit_is_told_apart_from_one_that_is_not_owed() {
    ContractCheck check = new ContractCheck(Reply.CONTRACT);
    Reply told = Reply.of("getAccount", 200, "");
    Reply silent = told.without("RateLimit");
    assertThat(check.withholdsLimits(told.exchange())).isFalse();
    assertThat(check.withholdsLimits(silent.exchange())).isTrue();
    assertThat(check.withholdsLimits(silent.withStatus(499).exchange())).isTrue();
    assertThat(check.withholdsLimits(silent.withStatus(500).exchange())).isFalse();
    Request options = Request.of("OPTIONS", "/api/v1/account");
    assertThat(check.withholdsLimits(silent.to(options).exchange())).isFalse();
    assertThat(check.withholdsLimits(silent.to(Request.get("/docs/errors")).exchange())).isFalse();
    assertThat(check.withholdsLimits(silent.to(Request.get("/nowhere")).exchange())).isTrue();
  }

  @Test
  void what_is_told_shows_no_key_and_no_more_than_fits() {
    Violation violation =
        Clause.TEXT.broken("it says wm_live_0123456789abc and " + "x".repeat(500));
    assertThat(violation.how()).startsWith("it says (key) and x").hasSizeLessThan(400);
    assertThat(violation).hasToString("text: " + violation.how());
  }
}
