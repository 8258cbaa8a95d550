package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.ScriptedProvider;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.providers.Media;
import dev.waymark.server.providers.ProviderException;
import dev.waymark.server.wallet.Credits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a generation on a worker, whatever its provider does. */
class WorkersTest {
  private static final ScriptedProvider.Act ERROR =
      _ -> {
        throw new ProviderException("scripted");
      };
  private static final ScriptedProvider.Act DEFECT =
      _ -> {
        throw new IllegalStateException("scripted");
      };
  private static final ScriptedProvider.Act TOO_LARGE = _ -> new Media(new byte[1025], "image/png");

  private final Workshop workshop = Workshop.open();

  @AfterEach
  void the_books_are_right() {
    workshop.assertBooks();
  }

  @Test
  void a_made_output_completes_the_generation_and_settles_its_hold() throws Exception {
    GenerationId id = workshop.start();

    workshop.workAll();

    assertThat(workshop.status(id)).isEqualTo(Status.COMPLETED);
    assertThat(workshop.read(id).used()).contains(new Credits(Workshop.PRICE));
    assertThat(workshop.read(id).download()).isPresent();
    assertThat(workshop.balance()).isEqualTo(Workshop.FULL - Workshop.PRICE);
  }

  @Test
  void the_largest_output_allowed_is_stored() throws Exception {
    GenerationId id = workshop.start(_ -> new Media(new byte[1024], "image/png"));

    workshop.workAll();

    assertThat(workshop.status(id)).isEqualTo(Status.COMPLETED);
  }

  @Test
  void a_provider_s_error_is_tried_again_after_the_pause() throws Exception {
    GenerationId id = workshop.start(ERROR);
    assertThat(workshop.workAll()).isEqualTo(1);
    assertThat(workshop.status(id)).isEqualTo(Status.PROCESSING);

    workshop.letTheRetryPausePass();
    workshop.workAll();

    assertThat(workshop.status(id)).isEqualTo(Status.COMPLETED);
    assertThat(workshop.attempts(id)).isEqualTo(2);
  }

  @Test
  void a_provider_s_error_in_every_attempt_fails_the_generation() throws Exception {
    assertFailsAfterAllAttempts(ERROR);
  }

  @Test
  void a_provider_s_defect_is_an_error_of_the_provider() throws Exception {
    assertFailsAfterAllAttempts(DEFECT);
  }

  @Test
  void an_output_that_is_too_large_is_an_error_of_the_provider() throws Exception {
    assertFailsAfterAllAttempts(TOO_LARGE);
  }

  @Test
  void a_provider_that_takes_too_long_is_interrupted_and_fails_the_generation() throws Exception {
    Stall stall = new Stall();
    GenerationId id =
        workshop.start(assignment -> {
          workshop.clock.move(Duration.ofSeconds(30));
          return stall.play(assignment);
        });

    workshop.workAll();

    stall.awaitInterrupt();
    assertFailed(id, "PROVIDER_TIMEOUT");
    assertThat(workshop.attempts(id)).isEqualTo(1);
  }

  @Test
  void a_generation_whose_model_has_gone_fails() throws Exception {
    GenerationId id = workshop.start();
    workshop.jdbi.useHandle(handle ->
        handle.execute("UPDATE generation SET model = 'gone-1' WHERE id = ?", id.value()));

    workshop.workAll();

    assertFailed(id, "GENERATION_FAILED");
  }

  @Test
  void a_generation_whose_workers_all_died_fails() throws Exception {
    GenerationId id = workshop.start();
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(workshop.queue.claim()).isPresent();
      workshop.letTheLeaseRunOut();
    }

    workshop.workAll();

    assertFailed(id, "GENERATION_FAILED");
  }

  @Test
  void a_failed_generation_says_what_was_released_and_which_call_started_it() throws Exception {
    Started started = workshop.start(Optional.empty());
    GenerationId id = started.generation().id();
    workshop.provider.script(id, ERROR, ERROR, ERROR);

    workUntilAllAttemptsAreOver();

    assertThat(workshop.read(id).error())
        .hasValueSatisfying(error -> {
          assertThat(error.at("/charge/state").asText()).isEqualTo("released");
          assertThat(error.at("/charge/credits").asLong()).isEqualTo(Workshop.PRICE);
          assertThat(new RequestId(error.path("request_id").asText()))
              .isEqualTo(started.original());
        });
  }

  @Test
  void a_worker_that_comes_too_late_changes_nothing() throws Exception {
    List<Generation> completedByAnother = new ArrayList<>();
    GenerationId id =
        workshop.start(assignment -> {
          do {
            workshop.letTheLeaseRunOut();
          } while (!workshop.workers.workOnce());
          completedByAnother.add(workshop.read(assignment.generation()));
          return ScriptedProvider.media();
        });

    workshop.workAll();

    assertThat(workshop.status(id)).isEqualTo(Status.COMPLETED);
    assertThat(completedByAnother).containsExactly(workshop.read(id));
  }

  private void assertFailsAfterAllAttempts(ScriptedProvider.Act act) throws InterruptedException {
    GenerationId id = workshop.start(act, act, act);

    workUntilAllAttemptsAreOver();

    assertFailed(id, "PROVIDER_ERROR");
    assertThat(workshop.attempts(id)).isEqualTo(3);
  }

  private void assertFailed(GenerationId id, String code) {
    assertThat(workshop.status(id)).isEqualTo(Status.FAILED);
    assertThat(workshop.errorCode(id)).isEqualTo(code);
    assertThat(workshop.read(id).used()).contains(Credits.ZERO);
    assertThat(workshop.balance()).isEqualTo(Workshop.FULL);
  }

  private void workUntilAllAttemptsAreOver() throws InterruptedException {
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(workshop.workAll()).isEqualTo(1);
      workshop.letTheRetryPausePass();
    }
  }
}
