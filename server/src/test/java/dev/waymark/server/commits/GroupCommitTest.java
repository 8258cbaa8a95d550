package dev.waymark.server.commits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import dev.waymark.server.SharedServer;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.wallet.Books;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionException;
import org.junit.jupiter.api.Test;

/**
 * Transactions that many share, on a real PostgreSQL. Members write notes of their own into a
 * table.
 */
class GroupCommitTest {
  private static final Table NOTES =
      new Table("INSERT INTO commit_note SELECT r.* FROM :rows", "account text", "text text");
  private static final PartKind<Notes> KIND = new PartKind<>(90, Notes.class, _ -> new Notes());

  private final SharedServer server = SharedServer.get();
  private final Jdbi jdbi = server.jdbi();
  private final AccountId account = server.account(SharedServer.plan(0));
  private final GroupCommit commits =
      new GroupCommit(
          new Transactions(
              server.commits(), server.clock(), new CommitMeters(server.bean(MeterRegistry.class))),
          new CommitSettings(1, 100, 100, Duration.ofSeconds(30)));

  GroupCommitTest() {
    jdbi.useHandle(handle -> {
      handle.execute(
          "CREATE TABLE IF NOT EXISTS commit_note (account text, text text CHECK (text <> 'poison'))");
      handle.execute(
          """
          CREATE OR REPLACE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$
          """);
      handle.execute("DROP TRIGGER IF EXISTS cut_off ON commit_note");
      handle.execute(
          "CREATE CONSTRAINT TRIGGER cut_off AFTER INSERT ON commit_note DEFERRABLE INITIALLY DEFERRED"
              + " FOR EACH ROW WHEN (NEW.text = 'cut off at the commit') EXECUTE FUNCTION cut_off()");
    });
  }

  enum Deed {
    WRITES,
    IS_REFUSED,
    POISONS,
    BREAKS
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void of_a_batch_those_who_fail_fail_alone(@ForAll @Size(min = 1, max = 12) List<Deed> deeds) {
    GroupCommitTest test = new GroupCommitTest();
    List<Callable<String>> calls = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (Deed deed : deeds) {
      String text = deed + " " + calls.size();
      calls.add(() -> test.submit(deed, text));
      expected.add(
          switch (deed) {
            case WRITES -> text;
            case IS_REFUSED -> "refused";
            case POISONS, BREAKS -> "failed";
          });
    }

    assertThat(test.together(calls)).isEqualTo(expected);
    assertThat(test.notes())
        .containsExactlyInAnyOrderElementsOf(
            expected.stream().filter(text -> text.startsWith("WRITES")).toList());
  }

  @Test
  void nobody_is_told_of_a_success_that_is_not_committed() {
    List<Callable<String>> calls =
        List.of(
            () -> submit(Deed.WRITES, "beside"),
            () -> submit(Deed.WRITES, "cut off at the commit"),
            () -> submit(Deed.WRITES, "beside too"));

    assertThat(together(calls)).containsOnly("unknown");
    // Not tried again, though one by one two of them would have succeeded.
    assertThat(notes()).isEmpty();
    assertThat(submit(Deed.WRITES, "afterwards")).isEqualTo("afterwards");
  }

  @Test
  void members_of_one_account_that_come_at_the_same_time_share_a_transaction() {
    List<Callable<String>> calls = new ArrayList<>();
    for (int call = 0; call < 20; call++) {
      String text = "call " + call;
      calls.add(() -> submit(Deed.WRITES, text));
    }

    together(calls);

    int transactions =
        jdbi.withHandle(handle ->
            handle
                .createQuery("SELECT count(DISTINCT xmin::text) FROM commit_note WHERE account = ?")
                .bind(0, account.value())
                .mapTo(Integer.class)
                .one());
    assertThat(transactions).isEqualTo(1);
  }

  @Test
  void an_account_that_somebody_keeps_locked_does_not_hold_up_the_others() {
    AccountId locked = server.account(SharedServer.plan(0));
    commits.start();
    try (Handle tx = jdbi.open().begin()) {
      tx.execute("SELECT 1 FROM account WHERE id = ? FOR UPDATE", locked.value());
      CompletableFuture<String> stuck =
          CompletableFuture.supplyAsync(
              () -> commits.submit(new Note(locked, Deed.WRITES, "late")));

      assertThat(submit(Deed.WRITES, "in time")).isEqualTo("in time");
      assertThat(stuck).isNotDone();
      tx.rollback();
      assertThat(stuck.join()).isEqualTo("late");
    } finally {
      commits.stop();
    }
  }

  @Test
  void more_than_may_wait_are_refused_at_once() {
    GroupCommit small =
        new GroupCommit(
            new Transactions(
                server.commits(),
                server.clock(),
                new CommitMeters(server.bean(MeterRegistry.class))),
            new CommitSettings(1, 1, 1, Duration.ofSeconds(30)));
    small.start();
    try (Handle tx = jdbi.open().begin()) {
      tx.execute("SELECT 1 FROM account WHERE id = ? FOR UPDATE", account.value());
      List<CompletableFuture<String>> calls = new ArrayList<>();
      Supplier<String> call = () -> answer(() -> small.submit(new Note(account, Deed.WRITES, "x")));
      for (int count = 0; count < 10; count++) {
        calls.add(CompletableFuture.supplyAsync(call, task -> Thread.ofVirtual().start(task)));
      }
      CompletableFuture.anyOf(calls.toArray(CompletableFuture[]::new)).join();
      tx.rollback();
      assertThat(calls.stream().map(CompletableFuture::join)).contains("x").contains("refused");
    } finally {
      small.stop();
    }
  }

  @Test
  void before_the_start_and_after_the_stop_everyone_commits_alone() {
    assertThat(submit(Deed.WRITES, "before")).isEqualTo("before");
    commits.start();
    commits.stop();
    assertThat(submit(Deed.WRITES, "after")).isEqualTo("after");
    assertThat(notes()).containsExactlyInAnyOrder("before", "after");
  }

  @Test
  void a_failure_is_told_with_its_cause() {
    assertThatThrownBy(() -> commits.submit(new Note(account, Deed.POISONS, "x")))
        .isInstanceOf(CommitFailure.class)
        .hasStackTraceContaining("commit_note_text_check");
  }

  /** Has all of them queued before the first is begun. */
  private List<String> together(List<Callable<String>> calls) {
    List<CompletableFuture<String>> answers = new ArrayList<>();
    try (Handle tx = jdbi.open().begin()) {
      tx.execute("LOCK TABLE commit_note IN ACCESS EXCLUSIVE MODE");
      commits.start();
      AccountId first = server.account(SharedServer.plan(0));
      CompletableFuture<String> blocker =
          supply(() -> commits.submit(new Note(first, Deed.WRITES, "blocker")));
      awaitBlocked();
      for (int index = 0; index < calls.size(); index++) {
        answers.add(supply(calls.get(index)));
        awaitQueued(index + 1);
      }
      tx.rollback();
      blocker.join();
      return answers.stream().map(CompletableFuture::join).toList();
    } finally {
      commits.stop();
    }
  }

  private void awaitQueued(int count) {
    while (commits.queued() < count) {
      Thread.onSpinWait();
    }
  }

  private void awaitBlocked() {
    while (jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) = 0 FROM pg_locks WHERE relation = 'commit_note'::regclass AND NOT granted")
                .mapTo(Boolean.class)
                .one())) {
      Thread.onSpinWait();
    }
  }

  private static CompletableFuture<String> supply(Callable<String> call) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return call.call();
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        task -> Thread.ofVirtual().start(task));
  }

  private String submit(Deed deed, String text) {
    return answer(() -> commits.submit(new Note(account, deed, text)));
  }

  private static String answer(Supplier<String> call) {
    try {
      return call.get();
    } catch (ApiException e) {
      return "refused";
    } catch (CommitFailure e) {
      return e.getCause() instanceof TransactionException ? "unknown" : "failed";
    }
  }

  private List<String> notes() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT text FROM commit_note WHERE account = ?")
            .bind(0, account.value())
            .mapTo(String.class)
            .list());
  }

  private static final class Notes implements Part {
    final Rows rows = new Rows(NOTES);

    @Override
    public void write(BatchStatement statement) {
      statement.add(rows);
    }
  }

  private record Note(AccountId account, Deed deed, String text) implements Member<String> {
    @Override
    public void prepare(Batch batch) {
      batch.part(Books.KIND).need(account);
    }

    @Override
    public String decide(Batch batch) {
      batch.part(Books.KIND).of(account);
      return switch (deed) {
        case IS_REFUSED -> throw Errors.idempotencyKeyReused(new RequestId("req_0").value());
        case BREAKS -> throw new IllegalStateException("a bug");
        case POISONS -> write(batch, "poison");
        case WRITES -> write(batch, text);
      };
    }

    private String write(Batch batch, String written) {
      batch.part(KIND).rows.add(account.value(), written);
      return written;
    }
  }
}
