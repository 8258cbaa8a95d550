package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.Errors;
import dev.waymark.server.ScriptedProvider;
import dev.waymark.server.SharedServer;
import dev.waymark.server.access.Caller;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ends that come from outside the worker: cancelling and expiring. */
class EndingsTest {
  private final Workshop workshop = Workshop.open();

  @AfterEach
  void the_books_are_right() {
    workshop.assertBooks();
  }

  @Test
  void a_pending_generation_is_cancelled_and_never_worked_on() throws Exception {
    GenerationId id = workshop.start();
    workshop.cancel(id);

    assertThat(workshop.workAll()).isZero();
    assertThat(workshop.status(id)).isEqualTo(Status.CANCELLED);
    assertThat(workshop.balance()).isEqualTo(Workshop.FULL);
  }

  @Test
  void a_running_generation_is_cancelled_and_its_provider_interrupted() throws Exception {
    Stall stall = new Stall();
    GenerationId id = workshop.start(stall);
    try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
      Future<Boolean> work = worker.submit(workshop.workers::workOnce);
      stall.awaitBegin();

      workshop.cancel(id);

      stall.awaitInterrupt();
      assertThat(work.get()).isTrue();
    }
    assertThat(workshop.status(id)).isEqualTo(Status.CANCELLED);
    assertThat(workshop.balance()).isEqualTo(Workshop.FULL);
  }

  @Test
  void a_cancel_on_another_node_stops_the_provider_when_the_lease_is_next_renewed()
      throws Exception {
    Stall stall = new Stall();
    GenerationId id = workshop.start(stall);
    try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
      Future<Boolean> work = worker.submit(workshop.workers::workOnce);
      stall.awaitBegin();

      assertThat(cancelled(id)).isTrue();

      stall.awaitInterrupt();
      assertThat(work.get()).isTrue();
    }
    assertThat(workshop.status(id)).isEqualTo(Status.CANCELLED);
  }

  @Test
  void a_second_cancel_is_the_same_as_the_first() {
    GenerationId id = workshop.start();
    workshop.cancel(id);
    Generation cancelled = workshop.read(id);
    workshop.clock.move(Duration.ofSeconds(1));

    workshop.cancel(id);

    assertThat(workshop.read(id)).isEqualTo(cancelled);
  }

  @Test
  void a_generation_that_has_ended_otherwise_cannot_be_cancelled() throws Exception {
    GenerationId id = workshop.start();
    workshop.workAll();

    assertThat(Workshop.refusal(() -> workshop.cancel(id))).isEqualTo("GENERATION_NOT_CANCELLABLE");
  }

  @Test
  void another_account_s_generation_is_not_found() {
    GenerationId id = workshop.start();
    Caller other = workshop.server.caller(SharedServer.plan(0));

    assertThat(
            Workshop.refusal(() ->
                workshop
                    .bean(Cancellation.class)
                    .cancel(other, workshop.bean(Ids.class).request(), id.value())))
        .isEqualTo("GENERATION_NOT_FOUND");
    assertThat(workshop.status(id)).isEqualTo(Status.PENDING);
  }

  @Test
  void a_generation_expires_at_the_very_end_of_its_time_and_not_before() {
    GenerationId id = workshop.start();
    workshop.clock.move(workshop.maxAge().minusNanos(1000));
    workshop.sweep();
    assertThat(workshop.status(id)).isEqualTo(Status.PENDING);
    workshop.clock.move(Duration.ofNanos(1000));
    workshop.sweep();

    assertThat(workshop.status(id)).isEqualTo(Status.EXPIRED);
    assertThat(workshop.errorCode(id)).isEqualTo("GENERATION_EXPIRED");
    assertThat(workshop.balance()).isEqualTo(Workshop.FULL);
  }

  @Test
  void a_running_generation_that_expires_is_taken_from_its_worker() throws Exception {
    Stall stall = new Stall();
    GenerationId id = workshop.start(stall);
    FutureTask<Boolean> work = new FutureTask<>(workshop.workers::workOnce);
    Thread worker = Thread.ofPlatform().start(work);
    stall.awaitBegin();
    // Before it waits, it would see that the provider's time is over too, and fail the generation.
    while (worker.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    workshop.clock.move(workshop.maxAge());
    workshop.sweep();

    stall.awaitInterrupt();
    assertThat(work.get()).isTrue();
    assertThat(workshop.status(id)).isEqualTo(Status.EXPIRED);
  }

  @Test
  void several_sweepers_at_the_same_time_expire_each_generation_once() throws Exception {
    List<GenerationId> started = List.of(workshop.start(), workshop.start(), workshop.start());
    workshop.clock.move(workshop.maxAge());
    List<Callable<Void>> sweeps = new ArrayList<>();
    for (int count = 0; count < 6; count++) {
      sweeps.add(() -> {
        workshop.sweep();
        return null;
      });
    }

    try (ExecutorService threads = Executors.newFixedThreadPool(sweeps.size())) {
      for (Future<Void> sweep : threads.invokeAll(sweeps)) {
        sweep.get();
      }
    }

    assertThat(started).extracting(workshop::status).containsOnly(Status.EXPIRED);
  }

  @Test
  void of_all_ends_that_come_at_the_same_time_one_wins() throws Exception {
    for (int round = 0; round < 10; round++) {
      GenerationId id = workshop.start();
      Job job = workshop.queue.claim().orElseThrow();
      List<Callable<Boolean>> ends =
          List.of(
              () -> workshop.ending.complete(job, ScriptedProvider.media()),
              () -> workshop.ending.fail(job, Errors.generationFailed().error()),
              () -> cancelled(id),
              () ->
                  workshop
                      .ending
                      .endAll(List.of(workshop.ending.expiry(overdue(job), expired())))
                      .getFirst());

      int won = 0;
      try (ExecutorService threads = Executors.newFixedThreadPool(ends.size())) {
        for (Future<Boolean> end : threads.invokeAll(ends)) {
          won += end.get() ? 1 : 0;
        }
      }

      assertThat(won).isEqualTo(1);
      assertThat(workshop.status(id).isFinal()).isTrue();
    }
  }

  private boolean cancelled(GenerationId id) {
    return workshop.cancelled(workshop.account(), id);
  }

  private static Overdue overdue(Job job) {
    return new Overdue(
        job.id(), job.account(), job.request(), job.model(), job.mode(), job.held(), job.attempt());
  }

  private static ApiError expired() {
    return Errors.generationExpired(1).error();
  }
}
