package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.RunningServer;
import dev.waymark.server.ScriptedProvider;
import dev.waymark.server.SharedServer;
import dev.waymark.server.access.Caller;
import dev.waymark.server.commits.CommitSettings;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** A node that hangs while it ends a generation keeps that and its account locked. */
class LockedGenerationsTest {
  private final Workshop workshop = Workshop.open();

  @Test
  void an_end_that_hangs_on_another_node_is_waited_for_and_fails_nobody() {
    GenerationId id = workshop.start();
    Caller other = callerOfTheSameCommitter();
    try (Handle hangs = workshop.jdbi.open().begin()) {
      hangs.execute(
          "SELECT 1 FROM account WHERE id = ? FOR NO KEY UPDATE", workshop.account().value());
      hangs.execute("SELECT 1 FROM generation WHERE id = ? FOR UPDATE", id.value());
      CompletableFuture<Boolean> cancelled =
          CompletableFuture.supplyAsync(
              () -> workshop.cancelled(workshop.account(), id),
              task -> Thread.ofVirtual().start(task));
      workshop.server.awaitBlocked();

      Started beside = workshop.start(other, "script-1", Optional.empty(), Optional.empty());

      assertThat(beside.replayed()).isFalse();
      assertThat(cancelled).isNotDone();
      hangs.rollback();
      assertThat(cancelled.join()).isTrue();
      workshop.cancelled(other.account(), beside.generation().id());
    }
    assertThat(workshop.status(id)).isEqualTo(Status.CANCELLED);
    workshop.assertBooks();
  }

  /** Providers that cannot be asked for what they made would make it, and be paid, again. */
  @Test
  void what_is_made_is_booked_once_it_can_be() throws InterruptedException {
    GenerationId id = workshop.start();
    Map<String, Object> impatient =
        Map.of("waymark.commits.max-wait", "100ms", "waymark.workers.threads", 0);
    try (RunningServer node = workshop.server.beside(impatient);
        Handle hangs = workshop.jdbi.open().begin()) {
      Job job = workshop.queue.claim().orElseThrow();
      hangs.execute(
          "SELECT 1 FROM account WHERE id = ? FOR NO KEY UPDATE", workshop.account().value());
      List<Duration> pauses = new ArrayList<>();
      Completion completion =
          new Completion(
              node.context().getBean(Ending.class),
              pause -> {
                pauses.add(pause);
                hangs.rollback();
              },
              workshop.clock,
              workshop.bean(WorkerSettings.class));

      assertThat(completion.complete(job, ScriptedProvider.media())).isTrue();

      assertThat(pauses).hasSize(1);
    }
    assertThat(workshop.status(id)).isEqualTo(Status.COMPLETED);
    workshop.assertBooks();
  }

  /** Whose calls are committed by the same thread, one batch after the other. */
  private Caller callerOfTheSameCommitter() {
    Caller caller;
    do {
      caller = workshop.server.caller(SharedServer.plan(Workshop.FULL));
    } while (committer(caller.account()) != committer(workshop.account()));
    return caller;
  }

  private int committer(AccountId account) {
    return Math.floorMod(account.hashCode(), workshop.bean(CommitSettings.class).threads());
  }
}
