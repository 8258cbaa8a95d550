package dev.waymark.client.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.client.TryLaterException;
import dev.waymark.client.retry.GaveUp;
import dev.waymark.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Small cases that the scripts have found: waits that are written in unusual ways. */
final class NamedWaitsTest {

  @Test
  void a_fraction_of_a_second_is_waited_out() {
    assertThat(waited(Map.of("Retry-After", "1.5"))).isEqualTo(Duration.ofMillis(1500));
    assertThat(waited(Map.of("Retry-After-Ms", "0.2"))).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void of_two_waits_that_disagree_the_longer_one_counts() {
    assertThat(waited(Map.of("Retry-After-Ms", "840", "Retry-After", "7")))
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(waited(Map.of("Retry-After-Ms", "6840", "Retry-After", "7")))
        .isEqualTo(Duration.ofMillis(6840));
  }

  @Test
  void a_wait_of_more_digits_than_anybody_can_wait_is_not_taken_for_none() {
    TryLaterException thrown = thrown("Retry-After", "99999999999999999999", "");

    assertThat(thrown.attempts().reason()).isEqualTo(GaveUp.WAIT_TOO_LONG);
    assertThat(thrown.resetsAt()).isPresent();
  }

  @Test
  void a_wait_that_only_the_body_names_is_thrown_with_its_end() {
    TryLaterException thrown =
        thrown("X", "", ",\"retry\":{\"strategy\":\"after_delay\",\"after_ms\":410400000}");

    assertThat(thrown.attempts().reason()).isEqualTo(GaveUp.WAIT_TOO_LONG);
    assertThat(thrown.retryAfter()).contains(Duration.ofHours(114));
    assertThat(thrown.resetsAt()).contains(VirtualStage.EPOCH.plus(Duration.ofHours(114)));
  }

  @Test
  void a_pause_of_the_policys_own_is_no_wait_that_the_server_asked_for() {
    RetryPolicy policy = RetryPolicy.defaults().withLongestWait(Duration.ofMillis(500));
    Play play = play(policy, refusal(503, Map.of(), ""));

    assertThat(play.arrivals()).hasSize(2);
  }

  @Test
  void a_usable_request_id_of_the_headers_outlives_an_unusable_one_of_the_body() {
    Step refusal =
        new Step.Reply(
            0, 404, Map.of("X-Request-Id", "req_1"), "{\"request_id\":\"\"}", true, false, false);
    Play play = play(RetryPolicy.none(), refusal);

    assertThat(play.endings().get(0).thrown().orElseThrow()).hasMessageContaining("(req_1)");
  }

  private static Duration waited(Map<String, String> headers) {
    Play play = play(RetryPolicy.defaults(), refusal(429, headers, ""));
    return play.heard().get(0).retrying().pause();
  }

  private static TryLaterException thrown(String header, String value, String more) {
    Play play = play(RetryPolicy.defaults(), refusal(429, Map.of(header, value), more));
    return (TryLaterException) play.endings().get(0).thrown().orElseThrow();
  }

  private static Step refusal(int status, Map<String, String> headers, String more) {
    return new Step.Reply(
        0, status, headers, "{\"error\":\"FUTURE_CODE\"" + more + "}", true, false, false);
  }

  private static Play play(RetryPolicy policy, Step step) {
    return VirtualStage.play(
        new Script(
            policy,
            Duration.ofSeconds(10),
            List.of(Deed.GET),
            List.of(step),
            List.of(0),
            Optional.empty()));
  }
}
