package dev.waymark.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.RetryStrategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read out of an answer that is no success. */
final class RefusalTest {
  @Test
  void the_bodys_code_goes_before_the_headers() {
    assertThat(Refused.code(429, "RATE_LIMIT", "X-Error-Code", "OVERLOADED").code())
        .contains("RATE_LIMIT");
    assertThat(Refused.with(429, "<html>", "X-Error-Code", "RATE_LIMIT").code())
        .contains("RATE_LIMIT");
    assertThat(Refused.with(429, "<html>", "X-Error-Code", "no code").code()).isEmpty();
    assertThat(Refused.with(429, "<html>").code()).isEmpty();
  }

  @Test
  void a_code_that_is_newer_than_the_client_goes_by_its_own_retry() {
    Refusal known = Refused.code(429, "RATE_LIMIT");
    assertThat(known.knownCode()).contains(ErrorCode.RATE_LIMIT);
    assertThat(known.strategy()).contains(RetryStrategy.AFTER_DELAY);
    Refusal fresh = Refused.retry(429, "{\"strategy\":\"backoff\",\"base_ms\":250,\"max_ms\":500}");
    assertThat(fresh.knownCode()).isEmpty();
    assertThat(fresh.strategy()).contains(RetryStrategy.BACKOFF);
    assertThat(Refused.code(429, "SOMETHING_NEW").strategy()).isEmpty();
    Refusal both =
        Refused.with(422, "{\"error\":\"INVALID_PARAMS\",\"retry\":{\"strategy\":\"never\"}}");
    assertThat(both.strategy()).contains(RetryStrategy.FIX_REQUEST);
  }

  @Test
  void the_headers_wait_goes_before_the_bodys() {
    String delay = "{\"strategy\":\"after_delay\",\"after_ms\":3500}";
    assertThat(Refused.retry(429, delay, "Retry-After", "7").namedWait())
        .contains(Duration.ofSeconds(7));
    assertThat(Refused.retry(429, delay).namedWait()).contains(Duration.ofMillis(3500));
    String backoff = "{\"strategy\":\"backoff\",\"base_ms\":250,\"max_ms\":500}";
    assertThat(Refused.retry(503, backoff).namedWait()).contains(Duration.ofMillis(250));
    assertThat(Refused.retry(503, "{\"strategy\":\"never\"}").namedWait()).isEmpty();
    assertThat(Refused.with(503, "").namedWait()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void should_retry_is_one_of_two_words(String word, boolean said) {
    assertThat(Refused.with(503, "", "X-Should-Retry", word).shouldRetry()).contains(said);
    assertThat(Refused.with(503, "", "X-Should-Retry", word + "!").shouldRetry()).isEmpty();
    assertThat(Refused.with(503, "").shouldRetry()).isEmpty();
  }

  @Test
  void an_id_is_what_can_stand_in_a_log_line() {
    assertThat(Refused.with(503, "{\"request_id\":\"req_1\"}", "X-Request-Id", "req_2").requestId())
        .contains("req_1");
    assertThat(Refused.with(503, "{\"request_id\":\"a b\"}", "X-Request-Id", "req_2").requestId())
        .contains("req_2");
    assertThat(Refused.with(503, "", "X-Request-Id", "a\tb").requestId()).isEmpty();
    assertThat(Refused.with(503, "", "X-Request-Id", "x".repeat(128)).requestId()).isPresent();
    assertThat(Refused.with(503, "", "X-Request-Id", "x".repeat(129)).requestId()).isEmpty();
  }

  @Test
  void the_generations_that_it_waits_for_are_read_and_stay_as_they_are() {
    Refusal refusal = Refused.with(429, "{\"running\":[\"gen_1\",7,\"gen_2\"]}");
    assertThat(refusal.running()).containsExactly("gen_1", "gen_2").isUnmodifiable();
    assertThat(refusal.status()).isEqualTo(429);
    assertThat(refusal.retryAfter()).isEmpty();
  }
}
