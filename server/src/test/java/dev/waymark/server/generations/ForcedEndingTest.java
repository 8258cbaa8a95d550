package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.ErrorCode;
import dev.waymark.server.ScriptedProvider;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.sandbox.ForcedError;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors that a job ends with because it was asked to, on a real PostgreSQL. */
class ForcedEndingTest {
  private static final Duration DELAY = Duration.ofSeconds(20);

  private final Workshop workshop = Workshop.open();

  @AfterEach
  void the_books_are_right() {
    workshop.assertBooks();
  }

  @ParameterizedTest
  @CsvSource({
    "GENERATION_FAILED, FAILED",
    "PROVIDER_ERROR, FAILED",
    "PROVIDER_TIMEOUT, FAILED",
    "GENERATION_EXPIRED, EXPIRED"
  })
  void the_generation_ends_with_the_error_and_its_hold_is_released(ErrorCode code, Status status)
      throws InterruptedException {
    GenerationId id = start(code, Duration.ZERO);
    workshop.provider.script(
        id,
        _ -> {
          throw new AssertionError("the provider was called");
        });

    assertThat(workshop.workAll()).isEqualTo(1);

    assertThat(workshop.status(id)).isEqualTo(status);
    assertThat(workshop.errorCode(id)).isEqualTo(code.name());
    assertThat(workshop.balance()).isEqualTo(Workshop.FULL);
  }

  @Test
  void what_it_says_is_true_of_this_server() throws InterruptedException {
    GenerationId late = start(ErrorCode.GENERATION_EXPIRED, Duration.ZERO);
    GenerationId slow = start(ErrorCode.PROVIDER_TIMEOUT, Duration.ZERO);
    workshop.workAll();

    assertThat(workshop.read(late).error().orElseThrow().path("max_age_seconds").asLong())
        .isEqualTo(workshop.maxAge().toSeconds());
    assertThat(workshop.read(slow).error().orElseThrow().path("model").asText())
        .isEqualTo("script-1");
    assertThat(workshop.read(slow).error().orElseThrow().path("timeout_seconds").asInt())
        .isEqualTo(30);
  }

  @Test
  void until_its_delay_is_over_it_is_processed_and_keeps_no_worker() throws InterruptedException {
    GenerationId id = start(ErrorCode.PROVIDER_ERROR, DELAY);
    workshop.workAll();
    GenerationId other = workshop.start();
    workshop.clock.move(DELAY.minusNanos(1000));
    workshop.workAll();

    assertThat(workshop.status(id)).isEqualTo(Status.PROCESSING);
    assertThat(workshop.status(other)).isEqualTo(Status.COMPLETED);

    workshop.clock.move(Duration.ofNanos(1000));
    workshop.workAll();

    assertThat(workshop.status(id)).isEqualTo(Status.FAILED);
  }

  @Test
  void it_can_be_cancelled_before_its_delay_is_over_and_then_nothing_else_happens()
      throws InterruptedException {
    GenerationId id = start(ErrorCode.PROVIDER_ERROR, DELAY);
    workshop.workAll();
    workshop.cancel(id);
    workshop.clock.move(DELAY);

    assertThat(workshop.workAll()).isZero();
    assertThat(workshop.status(id)).isEqualTo(Status.CANCELLED);
  }

  @Test
  void a_replay_of_the_start_gives_the_first_generation_whatever_it_asks_for()
      throws InterruptedException {
    Optional<String> key = Optional.of("forced once");
    Started first =
        start(key, Optional.of(new ForcedError(ErrorCode.PROVIDER_ERROR, Duration.ZERO)));
    Started replay = start(key, Optional.empty());
    workshop.workAll();

    assertThat(replay.replayed()).isTrue();
    assertThat(replay.generation().id()).isEqualTo(first.generation().id());
    assertThat(workshop.errorCode(first.generation().id())).isEqualTo("PROVIDER_ERROR");
  }

  @Test
  void without_a_forced_error_the_provider_is_called() throws InterruptedException {
    GenerationId id = workshop.start(_ -> ScriptedProvider.media());
    workshop.workAll();

    assertThat(workshop.status(id)).isEqualTo(Status.COMPLETED);
  }

  private GenerationId start(ErrorCode code, Duration delay) {
    return start(Optional.empty(), Optional.of(new ForcedError(code, delay))).generation().id();
  }

  private Started start(Optional<String> key, Optional<ForcedError> forced) {
    return workshop.start(workshop.caller, "script-1", key, forced);
  }
}
