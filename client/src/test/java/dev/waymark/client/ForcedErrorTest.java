package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.waymark.client.ScriptedServer.Answer;
import dev.waymark.errors.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ForcedErrorTest {

  private static final GenerationRequest FOX =
      GenerationRequest.of("mosaic-1", "a fox in an autumn forest");
  private static final TestError BROKEN = TestError.of(ErrorCode.PROVIDER_ERROR);

  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_start_can_name_how_its_generation_ends() {
    server.answer(Answer.of(202, Contract.example("PendingGeneration")));
    try (WaymarkClient waymark = server.client().build()) {
      waymark
          .generations()
          .start(
              FOX,
              StartOptions.defaults().withTestError(BROKEN.withDelay(Duration.ofMillis(1500))));
    }

    assertThat(server.last().header("X-Test-Error")).isEqualTo("PROVIDER_ERROR; delay_ms=1500");
  }

  @Test
  void a_client_can_force_the_same_on_every_call_but_those_that_name_their_own() {
    server.answer(
        Answer.of(200, Contract.answer("get", "/api/v1/account")),
        Answer.of(202, Contract.example("PendingGeneration")));
    try (WaymarkClient waymark = server.client().testError(TestError.of("RATE_LIMIT")).build()) {
      waymark.account().get();
      assertThat(server.last().header("X-Test-Error")).isEqualTo("RATE_LIMIT");
      waymark.generations().start(FOX, StartOptions.defaults().withTestError(BROKEN));
      assertThat(server.last().header("X-Test-Error")).isEqualTo("PROVIDER_ERROR");
    }
  }

  @Test
  void otherwise_nothing_is_forced() {
    server.answer(Answer.of(202, Contract.example("PendingGeneration")));
    try (WaymarkClient waymark = server.client().build()) {
      waymark.generations().start(FOX);
    }

    assertThat(server.last().header("X-Test-Error")).isEqualTo("null");
  }

  /** It would have no effect, and the start would be real and paid for. */
  @Test
  void with_a_live_key_nothing_is_sent() {
    WaymarkClientBuilder live = server.client().key("wm_live_secret");

    assertThatIllegalArgumentException().isThrownBy(() -> live.testError(BROKEN).build());
    try (WaymarkClient waymark = server.client().key("wm_live_secret").build()) {
      StartOptions forced = StartOptions.defaults().withTestError(BROKEN);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> waymark.generations().start(FOX, forced));
    }
    assertThat(server.received()).isEmpty();
  }

  @Test
  void what_cannot_be_a_code_or_a_delay_is_told_at_once() {
    assertThatIllegalArgumentException().isThrownBy(() -> TestError.of("rate limit"));
    assertThatIllegalArgumentException().isThrownBy(() -> BROKEN.withDelay(Duration.ofSeconds(61)));
  }
}
