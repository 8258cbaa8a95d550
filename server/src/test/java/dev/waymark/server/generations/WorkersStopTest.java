package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.ids.GenerationId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workers that run by themselves, are stopped, and are followed by others. */
class WorkersStopTest {
  private final Workshop workshop = Workshop.open();

  @AfterEach
  void the_books_are_right() {
    workshop.assertBooks();
  }

  @Test
  void started_workers_find_work_by_themselves() throws Exception {
    Stall stall = new Stall();
    Workers workers = workers(Duration.ofSeconds(20));
    GenerationId id = workshop.start(stall);
    workers.start();
    stall.awaitBegin();

    stall.letGo();
    workers.stop();

    assertThat(workshop.status(id)).isEqualTo(Status.COMPLETED);
  }

  @Test
  void on_a_stop_what_cannot_finish_in_time_is_interrupted_and_given_back() throws Exception {
    Stall stall = new Stall();
    Workers workers = workers(Duration.ZERO);
    GenerationId id = workshop.start(stall);
    workers.start();
    stall.awaitBegin();

    workers.stop();

    stall.awaitInterrupt();
    assertThat(workshop.status(id).isFinal()).isFalse();
    assertThat(workshop.attempts(id)).isZero();
  }

  /**
   * A connection that an interrupt had closed would lose a claim, which then waits for its lease to
   * run out.
   */
  @Test
  void whenever_the_stop_comes_no_attempt_is_lost() {
    for (int round = 0; round < 20; round++) {
      GenerationId id = workshop.start();
      Workers workers = workers(Duration.ZERO);
      workers.start();
      for (int turn = 0; turn < round * 1000; turn++) {
        Thread.onSpinWait();
      }
      workers.stop();

      assertThat(workshop.attempts(id)).isEqualTo(workshop.status(id).isFinal() ? 1 : 0);
      workshop.cancelUnfinished(id);
    }
  }

  @Test
  void the_workers_of_the_next_start_pick_up_what_was_left() throws Exception {
    Stall stall = new Stall();
    Workers before = workers(Duration.ZERO);
    GenerationId id = workshop.start(stall);
    before.start();
    stall.awaitBegin();
    before.stop();

    workshop.workAll();

    assertThat(workshop.status(id)).isEqualTo(Status.COMPLETED);
    assertThat(workshop.attempts(id)).isEqualTo(1);
  }

  @Test
  void what_a_killed_worker_had_is_picked_up_when_its_lease_has_run_out() throws Exception {
    GenerationId id = workshop.start();
    assertThat(workshop.queue.claim()).isPresent();
    assertThat(workshop.workAll()).isZero();
    workshop.letTheLeaseRunOut();

    workshop.workAll();

    assertThat(workshop.status(id)).isEqualTo(Status.COMPLETED);
  }

  @Test
  void stopped_workers_claim_nothing_new() {
    Workers workers = workers(Duration.ZERO);
    workers.start();
    workers.stop();
    GenerationId id = workshop.start();

    assertThat(workshop.status(id)).isEqualTo(Status.PENDING);
  }

  @Test
  void workers_that_were_never_started_can_be_stopped() {
    workers(Duration.ofSeconds(1)).stop();
  }

  private Workers workers(Duration stopGrace) {
    WorkerSettings settings =
        new WorkerSettings(
            2, Duration.ofMillis(10), Duration.ofSeconds(1), 3, Duration.ofSeconds(10), stopGrace);
    return new Workers(
        workshop.queue, workshop.bean(Attempt.class), workshop.bean(WorkerSignal.class), settings);
  }
}
