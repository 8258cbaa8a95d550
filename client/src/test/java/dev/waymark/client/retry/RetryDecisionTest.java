package dev.waymark.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, and when: pauses of 1, 2, 4, 8 … 30 seconds, named waits of at most 120. */
final class RetryDecisionTest {
  private static final RetryDecision DECISION = new RetryDecision(RetryPolicy.defaults());
  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @CsvSource({
    "400, MALFORMED_REQUEST",
    "401, KEY_REVOKED",
    "402, MAX_CREDITS_EXCEEDED",
    "404, GENERATION_NOT_FOUND",
    "409, GENERATION_NOT_CANCELLABLE",
    "422, INVALID_PARAMS",
  })
  void what_waiting_does_not_help_is_not_sent_again(int status, String code) {
    assertThat(DECISION.after(Refused.code(status, code, "X-Should-Retry", "true"), true, 1))
        .isEqualTo(new Verdict.Enough(GaveUp.WOULD_NOT_HELP));
  }

  @ParameterizedTest
  @CsvSource({"429, RATE_LIMIT", "503, OVERLOADED", "500, INTERNAL_ERROR", "503, SOMETHING_NEW"})
  void a_plain_no_ends_it_whatever_the_code(int status, String code) {
    assertThat(DECISION.after(Refused.code(status, code, "X-Should-Retry", "false"), true, 1))
        .isEqualTo(new Verdict.Enough(GaveUp.WOULD_NOT_HELP));
  }

  @ParameterizedTest
  @CsvSource({
    "400, false", "401, false", "404, false", "408, true", "409, false", "418, false",
    "428, false", "429, true", "430, false", "499, false", "500, true", "501, false",
    "502, true", "503, true", "504, true", "505, false", "599, false",
  })
  void without_anything_else_the_status_tells(int status, boolean again) {
    Verdict verdict = DECISION.after(Refused.with(status, "<html>"), true, 1);
    assertThat(verdict instanceof Verdict.Again).isEqualTo(again);
    Verdict told = DECISION.after(Refused.with(status, "", "X-Should-Retry", "true"), true, 1);
    assertThat(told).isInstanceOf(Verdict.Again.class);
  }

  @Test
  void an_unknown_code_goes_by_what_its_answer_says() {
    assertThat(DECISION.after(Refused.retry(503, "{\"strategy\":\"never\"}"), true, 1))
        .isEqualTo(new Verdict.Enough(GaveUp.WOULD_NOT_HELP));
    assertThat(DECISION.after(Refused.retry(503, "{\"strategy\":\"fix_request\"}"), true, 1))
        .isEqualTo(new Verdict.Enough(GaveUp.WOULD_NOT_HELP));
    String delay = "{\"strategy\":\"after_delay\",\"after_ms\":3500}";
    assertThat(DECISION.after(Refused.retry(409, delay), true, 1))
        .isEqualTo(new Verdict.Again(Duration.ofMillis(3500), SECOND, false));
  }

  @Test
  void what_waits_for_an_event_is_sent_again_where_a_wait_is_named() {
    String event = "{\"strategy\":\"after_event\",\"event\":\"credits_added\"}";
    String hint = "{\"strategy\":\"after_event\",\"event\":\"x\",\"after_ms\":2000}";
    Verdict enough = new Verdict.Enough(GaveUp.WOULD_NOT_HELP);
    assertThat(DECISION.after(Refused.retry(402, event), true, 1)).isEqualTo(enough);
    assertThat(DECISION.after(Refused.retry(429, hint), true, 1))
        .isEqualTo(new Verdict.Again(Duration.ofSeconds(2), SECOND, false));
    assertThat(DECISION.after(Refused.retry(402, event, "X-Should-Retry", "true"), true, 1))
        .isEqualTo(new Verdict.Again(SECOND, SECOND, false));
    assertThat(DECISION.after(Refused.code(429, "CONCURRENCY_LIMIT"), true, 1)).isEqualTo(enough);
  }

  @Test
  void a_named_wait_is_the_least_and_the_spread_no_longer_than_a_pause_of_its_own() {
    assertThat(DECISION.after(Refused.code(429, "RATE_LIMIT", "Retry-After", "7"), true, 3))
        .isEqualTo(new Verdict.Again(Duration.ofSeconds(7), Duration.ofSeconds(4), false));
    assertThat(DECISION.after(Refused.code(429, "RATE_LIMIT", "Retry-After", "3"), true, 4))
        .isEqualTo(new Verdict.Again(Duration.ofSeconds(3), Duration.ofSeconds(3), false));
    assertThat(DECISION.after(Refused.code(429, "RATE_LIMIT", "Retry-After", "0"), true, 4))
        .isEqualTo(new Verdict.Again(Duration.ZERO, Duration.ZERO, false));
  }

  @Test
  void a_limit_that_names_no_wait_is_given_five_seconds() {
    assertThat(DECISION.after(Refused.code(429, "RATE_LIMIT"), true, 1))
        .isEqualTo(new Verdict.Again(Duration.ofSeconds(5), SECOND, false));
    assertThat(DECISION.after(Refused.with(429, ""), true, 4))
        .isEqualTo(new Verdict.Again(Duration.ofSeconds(5), Duration.ofSeconds(5), false));
    assertThat(DECISION.after(Refused.with(408, ""), true, 1))
        .isEqualTo(new Verdict.Again(SECOND, SECOND, true));
    assertThat(DECISION.after(Refused.code(503, "OVERLOADED"), true, 2))
        .isEqualTo(new Verdict.Again(Duration.ofSeconds(2), Duration.ofSeconds(2), true));
  }

  @Test
  void a_wait_that_is_longer_than_the_policys_longest_is_not_slept() {
    assertThat(DECISION.after(Refused.code(429, "RATE_LIMIT", "Retry-After", "120"), true, 1))
        .isEqualTo(new Verdict.Again(Duration.ofMinutes(2), SECOND, false));
    assertThat(DECISION.after(Refused.code(429, "RATE_LIMIT", "Retry-After", "121"), true, 1))
        .isEqualTo(new Verdict.Enough(GaveUp.WAIT_TOO_LONG));
    assertThat(DECISION.after(Refused.code(429, "RATE_LIMIT", "Retry-After", "121"), true, 5))
        .isEqualTo(new Verdict.Enough(GaveUp.WAIT_TOO_LONG));
  }

  @ParameterizedTest
  @CsvSource({"1, 1000", "2, 2000", "3, 4000", "4, 8000"})
  void a_backoff_doubles_from_what_the_catalogue_has(int attempt, long millis) {
    Duration step = Duration.ofMillis(millis);
    assertThat(DECISION.after(Refused.code(500, "INTERNAL_ERROR"), true, attempt))
        .isEqualTo(new Verdict.Again(step, step, true));
  }

  @ParameterizedTest
  @CsvSource({"1, 100", "2, 200", "3, 400", "4, 500"})
  void a_backoff_of_the_answers_own_goes_before_the_catalogues(int attempt, long millis) {
    String own = "{\"strategy\":\"backoff\",\"base_ms\":100,\"max_ms\":500}";
    Duration step = Duration.ofMillis(millis);
    assertThat(DECISION.after(Refused.retry(503, own), true, attempt))
        .isEqualTo(new Verdict.Again(step, step, true));
    Refusal known = Refused.with(500, "{\"error\":\"INTERNAL_ERROR\",\"retry\":" + own + "}");
    assertThat(DECISION.after(known, true, attempt)).isEqualTo(new Verdict.Again(step, step, true));
  }

  @Test
  void a_code_that_does_not_grow_by_the_catalogue_does_not_by_its_answer_either() {
    String own = "{\"strategy\":\"backoff\",\"base_ms\":100,\"max_ms\":500}";
    Refusal refusal = Refused.with(429, "{\"error\":\"RATE_LIMIT\",\"retry\":" + own + "}");
    Duration named = Duration.ofMillis(100);
    assertThat(DECISION.after(refusal, true, 4)).isEqualTo(new Verdict.Again(named, named, false));
  }

  @Test
  void a_named_wait_and_a_growing_pause_are_waited_out_both() {
    assertThat(DECISION.after(Refused.code(500, "INTERNAL_ERROR", "Retry-After", "3"), true, 1))
        .isEqualTo(new Verdict.Again(Duration.ofSeconds(3), SECOND, true));
    assertThat(DECISION.after(Refused.code(500, "INTERNAL_ERROR", "Retry-After", "3"), true, 4))
        .isEqualTo(new Verdict.Again(Duration.ofSeconds(8), Duration.ofSeconds(8), true));
    assertThat(DECISION.after(Refused.with(502, "", "Retry-After", "3"), true, 4))
        .isEqualTo(new Verdict.Again(Duration.ofSeconds(8), Duration.ofSeconds(8), true));
    assertThat(DECISION.after(Refused.with(500, "", "Retry-After", "3"), true, 4))
        .isEqualTo(new Verdict.Again(Duration.ofSeconds(8), Duration.ofSeconds(8), true));
    assertThat(DECISION.after(Refused.with(502, "", "Retry-After", "3"), true, 1))
        .isEqualTo(new Verdict.Again(Duration.ofSeconds(3), SECOND, true));
  }

  @Test
  void a_catalogues_backoff_that_is_longer_than_the_policys_longest_wait_is_not_slept() {
    RetryDecision impatient =
        new RetryDecision(RetryPolicy.defaults().withLongestWait(Duration.ofMillis(1500)));
    assertThat(impatient.after(Refused.code(500, "INTERNAL_ERROR"), true, 1))
        .isInstanceOf(Verdict.Again.class);
    assertThat(impatient.after(Refused.code(500, "INTERNAL_ERROR"), true, 2))
        .isEqualTo(new Verdict.Enough(GaveUp.WAIT_TOO_LONG));
    assertThat(impatient.after(Refused.with(502, ""), true, 3)).isInstanceOf(Verdict.Again.class);
  }

  @Test
  void the_last_attempt_is_the_last() {
    Refusal refusal = Refused.code(429, "RATE_LIMIT", "Retry-After", "1");
    assertThat(DECISION.after(refusal, true, 4)).isInstanceOf(Verdict.Again.class);
    assertThat(DECISION.after(refusal, true, 5))
        .isEqualTo(new Verdict.Enough(GaveUp.ATTEMPTS_USED));
    assertThat(DECISION.after(refusal, true, 6))
        .isEqualTo(new Verdict.Enough(GaveUp.ATTEMPTS_USED));
  }

  @Test
  void a_server_that_failed_may_have_carried_out_what_is_not_repeatable() {
    Verdict enough = new Verdict.Enough(GaveUp.NOT_REPEATABLE);
    assertThat(DECISION.after(Refused.code(500, "INTERNAL_ERROR"), false, 1)).isEqualTo(enough);
    assertThat(DECISION.after(Refused.with(502, ""), false, 1)).isEqualTo(enough);
    assertThat(DECISION.after(Refused.code(503, "OVERLOADED"), false, 1))
        .isInstanceOf(Verdict.Again.class);
    assertThat(DECISION.after(Refused.code(429, "RATE_LIMIT"), false, 1))
        .isInstanceOf(Verdict.Again.class);
  }

  @Test
  void a_failed_connection_is_tried_again_with_growing_pauses() {
    IOException reset = new IOException("reset");
    assertThat(DECISION.after(reset, true, 1)).isEqualTo(new Verdict.Again(SECOND, SECOND, true));
    Duration four = Duration.ofSeconds(4);
    assertThat(DECISION.after(reset, true, 3)).isEqualTo(new Verdict.Again(four, four, true));
    assertThat(DECISION.after(reset, true, 4)).isInstanceOf(Verdict.Again.class);
    assertThat(DECISION.after(reset, true, 5)).isEqualTo(new Verdict.Enough(GaveUp.ATTEMPTS_USED));
    assertThat(DECISION.after(reset, false, 1))
        .isEqualTo(new Verdict.Enough(GaveUp.NOT_REPEATABLE));
    assertThat(DECISION.after(new ConnectException("refused"), false, 1))
        .isEqualTo(new Verdict.Again(SECOND, SECOND, true));
    assertThat(DECISION.after(new SSLHandshakeException("who are you"), true, 1))
        .isEqualTo(new Verdict.Enough(GaveUp.WOULD_NOT_HELP));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 599, 408})
  void an_outage_takes_from_the_budget(int status) {
    Verdict verdict = DECISION.after(Refused.with(status, "", "X-Should-Retry", "true"), true, 1);
    assertThat(((Verdict.Again) verdict).outage()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 407, 429, 499})
  void a_refusal_of_a_healthy_server_does_not(int status) {
    Verdict verdict = DECISION.after(Refused.with(status, "", "X-Should-Retry", "true"), true, 1);
    assertThat(((Verdict.Again) verdict).outage()).isFalse();
  }

  @Property(tries = 200)
  void a_named_wait_is_never_cut_short(
      @ForAll @IntRange(min = 0, max = 120) int seconds,
      @ForAll @IntRange(min = 1, max = 4) int attempt,
      @ForAll @IntRange(min = 400, max = 599) int status) {
    Refusal refusal =
        Refused.with(status, "", "Retry-After", "" + seconds, "X-Should-Retry", "true");
    Verdict verdict = DECISION.after(refusal, true, attempt);
    assertThat(((Verdict.Again) verdict).floor())
        .isGreaterThanOrEqualTo(Duration.ofSeconds(seconds));
  }

  @Property(tries = 100)
  void a_pause_grows_to_its_longest_and_no_further(
      @ForAll @IntRange(min = 1, max = 99) int attempt) {
    RetryDecision patient = new RetryDecision(RetryPolicy.defaults().withAttempts(100));
    Verdict verdict = patient.after(new IOException("reset"), true, attempt);
    Duration pause =
        attempt > 5 ? Duration.ofSeconds(30) : SECOND.multipliedBy(1L << (attempt - 1));
    assertThat(verdict).isEqualTo(new Verdict.Again(pause, pause, true));
  }
}
