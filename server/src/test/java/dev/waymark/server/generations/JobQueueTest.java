package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.Errors;
import dev.waymark.server.ScriptedProvider;
import dev.waymark.server.ids.GenerationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Claims and leases on a real PostgreSQL. */
class JobQueueTest {
  private final Workshop workshop = Workshop.open();
  private final JobQueue queue = workshop.queue;

  @AfterEach
  void the_books_are_right() {
    workshop.assertBooks();
  }

  @Test
  void an_empty_queue_gives_nothing() {
    assertThat(queue.claim()).isEmpty();
  }

  @Test
  void who_has_waited_longest_comes_first() {
    GenerationId first = workshop.start();
    workshop.clock.move(Duration.ofMillis(1));
    GenerationId second = workshop.start();

    assertThat(claimed().id()).isEqualTo(first);
    assertThat(claimed().id()).isEqualTo(second);
  }

  @Test
  void a_claimed_generation_is_processed_by_nobody_else() {
    GenerationId id = workshop.start();
    claimed();

    assertThat(queue.claim()).isEmpty();
    assertThat(workshop.status(id)).isEqualTo(Status.PROCESSING);
  }

  @Test
  void many_workers_at_the_same_time_share_the_generations_out_among_them() throws Exception {
    List<GenerationId> started = new ArrayList<>();
    for (int count = 0; count < 5; count++) {
      started.add(workshop.start());
    }
    Callable<List<GenerationId>> worker = this::claimAll;

    List<GenerationId> claimed = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<List<GenerationId>> each : threads.invokeAll(Collections.nCopies(8, worker))) {
        claimed.addAll(each.get());
      }
    }

    assertThat(claimed).containsExactlyInAnyOrderElementsOf(started);
  }

  @Test
  void a_lease_holds_to_its_very_end() {
    workshop.start();
    claimed();
    workshop.clock.move(Duration.ofSeconds(1).minusNanos(1000));

    assertThat(queue.claim()).isEmpty();
  }

  @Test
  void when_a_lease_has_run_out_the_generation_goes_to_another_worker() {
    GenerationId id = workshop.start();
    Job first = claimed();
    workshop.letTheLeaseRunOut();

    Job second = claimed();

    assertThat(second.id()).isEqualTo(id);
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.lease()).isNotEqualTo(first.lease());
  }

  @Test
  void a_renewed_lease_begins_anew() {
    workshop.start();
    Job job = claimed();
    workshop.clock.move(Duration.ofMillis(900));
    assertThat(queue.renew(job)).isTrue();
    workshop.clock.move(Duration.ofMillis(900));

    assertThat(queue.claim()).isEmpty();
  }

  @Test
  void who_has_lost_the_lease_can_do_nothing_any_more() {
    GenerationId id = workshop.start();
    Job late = claimed();
    workshop.letTheLeaseRunOut();
    claimed();

    assertThat(queue.renew(late)).isFalse();
    assertThat(queue.retryAfter(late, Duration.ZERO)).isFalse();
    assertThat(queue.giveBack(late)).isFalse();
    assertThat(workshop.ending.complete(late, ScriptedProvider.media())).isFalse();
    assertThat(workshop.ending.fail(late, Errors.generationFailed().error())).isFalse();
    assertThat(workshop.status(id)).isEqualTo(Status.PROCESSING);
  }

  @Test
  void a_cancelled_generation_s_lease_is_lost() {
    GenerationId id = workshop.start();
    Job job = claimed();
    workshop.cancel(id);

    assertThat(queue.renew(job)).isFalse();
    assertThat(workshop.ending.complete(job, ScriptedProvider.media())).isFalse();
    assertThat(workshop.status(id)).isEqualTo(Status.CANCELLED);
  }

  @Test
  void what_is_to_be_tried_again_is_there_when_the_pause_has_passed_and_the_attempt_counts() {
    workshop.start();
    assertThat(queue.retryAfter(claimed(), Duration.ofSeconds(5))).isTrue();
    workshop.clock.move(Duration.ofSeconds(5).minusNanos(1000));
    assertThat(queue.claim()).isEmpty();
    workshop.clock.move(Duration.ofNanos(1000));

    assertThat(claimed().attempt()).isEqualTo(2);
  }

  @Test
  void what_was_given_back_is_there_at_once_and_the_attempt_does_not_count() {
    workshop.start();
    assertThat(queue.giveBack(claimed())).isTrue();

    assertThat(claimed().attempt()).isEqualTo(1);
  }

  /** A count below zero was neither that of a new generation nor of one that was tried. */
  @Test
  void what_is_given_back_twice_is_given_back_once_and_ends_in_time() {
    GenerationId id = workshop.start();
    Job job = claimed();
    queue.giveBack(job);
    queue.giveBack(job);
    assertThat(workshop.attempts(id)).isZero();

    workshop.clock.move(workshop.maxAge());
    workshop.sweep();

    assertThat(workshop.status(id)).isEqualTo(Status.EXPIRED);
  }

  @Test
  void a_finished_generation_is_never_claimed_again() {
    workshop.start();
    workshop.ending.complete(claimed(), ScriptedProvider.media());
    workshop.clock.move(Duration.ofDays(1));

    assertThat(queue.claim()).isEmpty();
  }

  private Job claimed() {
    return queue.claim().orElseThrow();
  }

  private List<GenerationId> claimAll() {
    List<GenerationId> claimed = new ArrayList<>();
    for (Optional<Job> job = queue.claim(); job.isPresent(); job = queue.claim()) {
      claimed.add(job.get().id());
    }
    return claimed;
  }
}
