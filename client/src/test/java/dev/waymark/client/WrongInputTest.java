package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.waymark.client.retry.RetryPolicy;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WrongInputTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080/api/v1, must not end with /api/v1",
    "http://127.0.0.1:8080/api/v1/, must not end with /api/v1",
    "http://127.0.0.1:8080/api, must not end with /api/v1",
    "https://waymark.example/v1, must not end with /api/v1",
    "127.0.0.1:8080, Not a base URL",
    "localhost:8080, must begin with http",
    "ftp://waymark.example, must begin with http",
    "http://, Not a base URL",
    "http:///, Not a base URL",
    "https://user:secret@waymark.example, must not carry a user",
    "https://waymark.example?x=1, before any ?",
    "https://way mark.example, Not a base URL",
    "'', No base URL"
  })
  void a_base_url_that_cannot_work_is_told_at_once(String url, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaymarkClient.builder().baseUrl(url))
        .withMessageContaining(why)
        .satisfies(wrong -> assertThat(wrong.toString()).doesNotContain("secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:8080", "https://waymark.example/", "http://[::1]:80/gateway"})
  void a_base_url_that_can_work_is_taken(String url) {
    try (WaymarkClient waymark = WaymarkClient.builder().baseUrl(url).key("wm_test_x").build()) {
      assertThat(waymark).hasToString("WaymarkClient[" + url.replaceAll("/$", "") + "]");
    }
  }

  @Test
  void a_key_that_is_missing_is_told_at_once() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaymarkClient.builder().key(null))
        .withMessageContaining("environment variable");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaymarkClient.builder().baseUrl("http://127.0.0.1").build());
  }

  @Test
  void a_key_with_a_line_break_is_told_without_showing_it() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaymarkClient.builder().key("wm_test_secret\n"))
        .withMessageContaining("line break")
        .satisfies(wrong -> assertThat(wrong.toString()).doesNotContain("secret"));
  }

  @Test
  void timeouts_are_positive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaymarkClient.builder().requestTimeout(Duration.ZERO));
  }

  @Test
  void no_time_is_too_long_to_be_counted() {
    Duration forEver = ChronoUnit.FOREVER.getDuration();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaymarkClient.builder().requestTimeout(forEver));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryPolicy.defaults().withDeadline(forEver));
  }

  @Test
  void a_prompt_does_not_show_where_a_request_is_logged() {
    assertThat(GenerationRequest.of("atlas-1", "a secret fox")).asString().doesNotContain("fox");
  }

  @Test
  void a_request_names_a_model_and_a_prompt() {
    assertThatIllegalArgumentException().isThrownBy(() -> GenerationRequest.of(" ", "a fox"));
    assertThatIllegalArgumentException().isThrownBy(() -> GenerationRequest.of("atlas-1", ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GenerationRequest.of("atlas-1", "a fox").with("model", "mosaic-1"));
  }

  @Test
  void options_and_queries_stay_within_the_contract() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StartOptions.defaults().withIdempotencyKey("order 4711"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StartOptions.defaults().withMaxCredits(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> GenerationQuery.all().withPageSize(101));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GenerationQuery.all().withStatus(GenerationStatus.UNKNOWN));
  }
}
