package dev.waymark.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.GenerationRows;
import dev.waymark.server.SharedServer;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.plans.Plans;
import dev.waymark.server.wallet.Ledger;
import dev.waymark.server.wallet.Transaction;
import dev.waymark.server.wallet.TransactionKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Statements and ledgers on a real PostgreSQL, against counting by hand. */
class StatementsTest {
  private final SharedServer server = SharedServer.get();

  /** What an account does between two looks at its statement. */
  enum Deed {
    START,
    COMPLETE,
    CANCEL,
    LOOK,
    CYCLE
  }

  @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
  void a_statement_counts_what_was_done_in_the_cycle_whoever_has_counted_before(
      @ForAll @Size(max = 40) List<Deed> deeds, @ForAll @IntRange(max = 5) int few) {
    Statements statements =
        new Statements(
            server.jdbi(),
            server.bean(Ledger.class),
            server.bean(Plans.class),
            new CycleUsage(few),
            server.clock());
    AccountId account = server.account(SharedServer.plan(1_000));
    List<GenerationId> running = new ArrayList<>();
    long accepted = 0;
    long used = 0;
    for (Deed deed : deeds) {
      switch (deed) {
        case START -> {
          Optional<GenerationId> started =
              server.jdbi().inTransaction(tx -> GenerationRows.start(tx, account, 10));
          started.ifPresent(running::add);
          accepted += started.isPresent() ? 1 : 0;
        }
        case COMPLETE -> {
          if (!running.isEmpty()) {
            GenerationId ended = running.removeFirst();
            server.jdbi().useTransaction(tx -> GenerationRows.complete(tx, account, ended, 10, 7));
            used += 7;
          }
        }
        case CANCEL -> {
          if (!running.isEmpty()) {
            GenerationId ended = running.removeFirst();
            server.jdbi().useTransaction(tx -> GenerationRows.cancel(tx, account, ended, 10));
          }
        }
        case CYCLE -> {
          server.clock().move(Ledger.cycle());
          statements.of(account);
          accepted = 0;
          used = 0;
        }
        case LOOK -> statements.of(account);
      }
    }

    Statement statement = statements.of(account);
    assertThat(List.of(statement.accepted(), statement.used().value()))
        .isEqualTo(List.of(accepted, used));
    assertThat(statement.held().value()).isEqualTo(10L * running.size());
  }

  @Property(tries = 15)
  void pages_of_the_ledger_hold_every_entry_of_a_type_once_newest_first(
      @ForAll @Size(max = 12) List<Boolean> completed,
      @ForAll Optional<TransactionKind> kind,
      @ForAll @IntRange(min = 1, max = 4) int limit) {
    AccountId account = server.account(SharedServer.plan(1_000));
    for (boolean completes : completed) {
      server
          .jdbi()
          .useTransaction(tx -> {
            GenerationId started = GenerationRows.start(tx, account, 10).orElseThrow();
            if (completes) {
              GenerationRows.complete(tx, account, started, 10, 7);
            } else {
              GenerationRows.cancel(tx, account, started, 10);
            }
          });
    }

    List<Transaction> seen = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      Page<Transaction> page =
          server.bean(Entries.class).list(account, kind, Optional.empty(), after, limit);
      seen.addAll(page.entries());
      after = page.next();
    } while (after.isPresent());

    assertThat(seen)
        .isSortedAccordingTo((one, other) -> Long.compare(other.id(), one.id()))
        .allSatisfy(entry -> assertThat(kind.orElse(entry.kind())).isEqualTo(entry.kind()));
    long settled = completed.stream().filter(completes -> completes).count();
    assertThat(seen)
        .hasSize(
            Math.toIntExact(
                kind.map(wanted ->
                        switch (wanted) {
                          case GRANT -> 1L;
                          case HOLD -> (long) completed.size();
                          case SETTLE -> settled;
                          case RELEASE -> completed.size() - settled;
                          case EXPIRE, TOPUP, ADJUST -> 0L;
                        })
                    .orElse(1L + 2L * completed.size())));
    if (kind.isEmpty()) {
      assertThat(seen.stream().mapToLong(Transaction::credits).sum())
          .isEqualTo(seen.getFirst().balanceAfter().value());
    }
  }

  @Test
  void the_entries_of_a_generation_are_its_hold_and_its_end_with_what_it_cost() {
    AccountId account = server.account(SharedServer.plan(1_000));
    GenerationId wanted =
        server.jdbi().inTransaction(tx -> GenerationRows.start(tx, account, 10)).orElseThrow();
    server
        .jdbi()
        .useTransaction(tx -> {
          GenerationRows.start(tx, account, 10);
          GenerationRows.complete(tx, account, wanted, 10, 7);
        });

    List<Transaction> entries =
        server
            .bean(Entries.class)
            .list(account, Optional.empty(), Optional.of(wanted.value()), Optional.empty(), 9)
            .entries();
    assertThat(entries)
        .extracting(Transaction::kind)
        .containsExactly(TransactionKind.SETTLE, TransactionKind.HOLD);
    assertThat(entries.getFirst().charged()).hasToString("Optional[7]");
  }

  @Test
  void a_generation_of_another_account_has_no_entries() {
    AccountId account = server.account(SharedServer.plan(1_000));
    AccountId other = server.account(SharedServer.plan(1_000));
    GenerationId theirs =
        server.jdbi().inTransaction(tx -> GenerationRows.start(tx, other, 10)).orElseThrow();
    server.clock().move(Duration.ofSeconds(1));

    for (String id : List.of(theirs.value(), "nothing", "\0")) {
      assertThat(
              server
                  .bean(Entries.class)
                  .list(account, Optional.empty(), Optional.of(id), Optional.empty(), 9)
                  .entries())
          .isEmpty();
    }
  }
}
