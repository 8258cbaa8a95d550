package dev.waymark.server.commits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.ApiException;
import dev.waymark.server.SharedServer;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.wallet.Books;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of callers while somebody keeps an account locked, as a node that hangs does. */
class LockedAccountsTest {
  private static final Duration MAX_WAIT = Duration.ofMillis(1500);

  private final SharedServer server = SharedServer.get();
  private final Jdbi jdbi = server.jdbi();
  private final AccountId locked = server.account(SharedServer.plan(0));
  private final AccountId free = server.account(SharedServer.plan(0));
  private GroupCommit commits = commits(MAX_WAIT);

  @AfterEach
  void stop() {
    commits.stop();
  }

  @Test
  void whoever_waits_for_a_locked_account_is_told_in_time_that_there_is_no_room() throws Exception {
    commits.start();
    AtomicBoolean late = new AtomicBoolean();
    try (Handle tx = keepLocked()) {
      CompletableFuture<String> stuck = submit(new Deed(locked, () -> late.set(true)));

      assertThat(stuck.get(20, TimeUnit.SECONDS)).isEqualTo("OVERLOADED");
      tx.rollback();
    }

    assertThat(submit(new Deed(locked, () -> {})).join()).isEqualTo("done");
    assertThat(late).isFalse();
  }

  @Test
  void who_fails_beside_a_locked_account_fails_alone() {
    commits = commits(Duration.ofSeconds(30));
    commits.start();
    try (Handle tx = keepLocked()) {
      CompletableFuture<String> stuck = submit(new Deed(locked, () -> {}));
      server.awaitBlocked();
      // These two are begun together, and with the one that was put back.
      CompletableFuture<String> fails = submit(new Deed(free, LockedAccountsTest::fail));
      awaitQueued(1);
      CompletableFuture<String> beside = submit(new Deed(free, () -> {}));
      awaitQueued(2);

      assertThat(fails.join()).isEqualTo("failed");
      assertThat(beside.join()).isEqualTo("done");
      assertThat(stuck).isNotDone();
      tx.rollback();
      assertThat(stuck.join()).isEqualTo("done");
    }
  }

  private GroupCommit commits(Duration maxWait) {
    return new GroupCommit(
        new Transactions(
            server.commits(), server.clock(), new CommitMeters(server.bean(MeterRegistry.class))),
        new CommitSettings(1, 100, 100, maxWait));
  }

  private Handle keepLocked() {
    Handle tx = jdbi.open().begin();
    tx.execute("SELECT 1 FROM account WHERE id = ? FOR NO KEY UPDATE", locked.value());
    return tx;
  }

  private CompletableFuture<String> submit(Deed deed) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return commits.submit(deed);
          } catch (ApiException refusal) {
            return refusal.error().code().name();
          } catch (CommitFailure e) {
            return "failed";
          }
        },
        task -> Thread.ofVirtual().start(task));
  }

  private void awaitQueued(int count) {
    while (commits.queued() < count) {
      Thread.onSpinWait();
    }
  }

  private static void fail() {
    throw new IllegalStateException("a bug");
  }

  /** Does something of its own as soon as its account is there. */
  private record Deed(AccountId account, Runnable act) implements Member<String> {
    @Override
    public void prepare(Batch batch) {
      batch.part(Books.KIND).need(account);
    }

    @Override
    public String decide(Batch batch) {
      batch.part(Books.KIND).of(account);
      act.run();
      return "done";
    }
  }
}
