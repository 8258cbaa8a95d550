package dev.waymark.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.server.GenerationRows;
import dev.waymark.server.SharedServer;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Random schedules of everything that moves credits, on a real PostgreSQL. */
class LedgerSchedulesTest {
  private static final Credits PER_CYCLE = new Credits(100);

  private final SharedServer server = SharedServer.get();
  private final Jdbi jdbi = server.jdbi();
  private final Ledger ledger = server.bean(Ledger.class);

  enum Kind {
    HOLD,
    SETTLE,
    RELEASE,
    END_TWICE,
    TOP_UP,
    ADJUST_UP,
    ADJUST_DOWN,
    LOOK,
    LET_DAYS_PASS
  }

  /** The number says how many credits or days, or which of the holds. */
  record Step(Kind kind, int number) {}

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void one_after_the_other_they_leave_the_wallet_as_the_plain_law_does(
      @ForAll("schedules") List<Step> schedule) {
    AccountId account = server.account(SharedServer.plan(PER_CYCLE.value()));
    WalletModel model = new WalletModel(PER_CYCLE.value(), server.clock().instant());
    for (Step step : schedule) {
      perform(account, model, step);
    }
    assertThat(look(account)).isEqualTo(model.current(server.clock().instant()));
    assertThat(bought(account)).isEqualTo(model.bought());
    LedgerLaw.holds(jdbi, account);
  }

  @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
  void what_was_bought_and_not_spent_survives_any_number_of_cycles(
      @ForAll("schedules") List<Step> schedule, @ForAll @IntRange(min = 1, max = 5) int cycles) {
    AccountId account = server.account(SharedServer.plan(PER_CYCLE.value()));
    WalletModel model = new WalletModel(PER_CYCLE.value(), server.clock().instant());
    for (Step step : schedule) {
      perform(account, model, step);
    }
    long before = bought(account);
    for (int cycle = 0; cycle < cycles; cycle++) {
      server.clock().move(Duration.ofDays(30));
      assertThat(look(account).balance().value()).isEqualTo(PER_CYCLE.value() + before);
    }
    assertThat(bought(account)).isEqualTo(before).isEqualTo(model.bought());
    LedgerLaw.holds(jdbi, account);
  }

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void at_the_same_time_they_never_overspend_and_never_lose_a_credit(
      @ForAll("concurrentSchedules") List<List<Step>> schedules) throws Exception {
    AccountId account = server.account(SharedServer.plan(PER_CYCLE.value()));
    server.clock().move(Duration.ofDays(30));
    List<Callable<Void>> threads = new ArrayList<>();
    for (List<Step> schedule : schedules) {
      threads.add(() -> {
        performAlone(account, schedule);
        return null;
      });
    }

    try (ExecutorService executor = Executors.newFixedThreadPool(threads.size())) {
      for (Future<Void> end : executor.invokeAll(threads)) {
        end.get();
      }
    }

    LedgerLaw.holds(jdbi, account);
    assertThat(look(account).balance().value() + held(account) + used(account))
        .as("what was granted for this cycle, and what the operator added or took")
        .isEqualTo(PER_CYCLE.value() + changed(account));
  }

  private void perform(AccountId account, WalletModel model, Step step) {
    List<GenerationId> held = List.copyOf(model.held.keySet());
    switch (step.kind()) {
      case LOOK -> assertThat(look(account)).isEqualTo(model.current(server.clock().instant()));
      case LET_DAYS_PASS -> server.clock().move(Duration.ofDays(step.number()));
      case HOLD -> hold(account, model, step.number());
      case TOP_UP -> change(account, model, TransactionKind.TOPUP, step.number());
      case ADJUST_UP -> change(account, model, TransactionKind.ADJUST, step.number());
      case ADJUST_DOWN -> change(account, model, TransactionKind.ADJUST, -step.number());
      case SETTLE, RELEASE, END_TWICE -> {
        if (!held.isEmpty()) {
          end(account, model, step, held.get(step.number() % held.size()));
        }
      }
    }
  }

  private void hold(AccountId account, WalletModel model, long credits) {
    Optional<GenerationId> generation = hold(account, credits);

    assertThat(generation.isPresent()).isEqualTo(model.canHold(credits));
    generation.ifPresent(id -> model.hold(id, credits));
  }

  private void end(AccountId account, WalletModel model, Step step, GenerationId generation) {
    long held = Objects.requireNonNull(model.held.get(generation)).credits();
    long used = step.kind() == Kind.SETTLE ? Math.min(held, step.number()) : 0;
    Credits balance =
        jdbi.inTransaction(tx -> end(tx, account, step.kind(), generation, held, used));

    assertThat(balance).isEqualTo(model.end(generation, used));
    if (step.kind() == Kind.END_TWICE) {
      assertThatThrownBy(() ->
              jdbi.useTransaction(tx -> end(tx, account, Kind.SETTLE, generation, held, used)))
          .hasMessageContaining("ledger_entry_one_end");
    }
  }

  private void change(AccountId account, WalletModel model, TransactionKind kind, long credits) {
    model.current(server.clock().instant());
    if (model.canHold(-credits)) {
      assertThat(change(account, kind, credits).map(Transaction::balanceAfter))
          .contains(model.change(credits));
    } else {
      assertThat(change(account, kind, credits)).isEmpty();
      // What was refused has renewed nothing either.
      look(account);
    }
  }

  /** Nothing if it would take more than there is. */
  private Optional<Transaction> change(AccountId account, TransactionKind kind, long credits) {
    CreditChanges.Change change =
        new CreditChanges.Change(
            kind, credits, Optional.of("a test"), server.bean(Ids.class).request());
    try {
      return Optional.of(
          jdbi.inTransaction(
              tx -> server.bean(CreditChanges.class).enter(tx, account, PER_CYCLE, change)));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private long bought(AccountId account) {
    return number("SELECT purchased FROM account WHERE id = ?", account.value());
  }

  /** What one of several threads does: it ends its own holds only, and tries to end them twice. */
  private void performAlone(AccountId account, List<Step> schedule) {
    List<GenerationId> mine = new ArrayList<>();
    for (Step step : schedule) {
      switch (step.kind()) {
        case LOOK, LET_DAYS_PASS -> look(account);
        case TOP_UP -> change(account, TransactionKind.TOPUP, step.number());
        case ADJUST_UP -> change(account, TransactionKind.ADJUST, step.number());
        case ADJUST_DOWN -> change(account, TransactionKind.ADJUST, -step.number());
        case HOLD -> {
          look(account);
          hold(account, step.number()).ifPresent(mine::add);
        }
        case SETTLE, RELEASE, END_TWICE -> {
          if (!mine.isEmpty()) {
            GenerationId generation = mine.removeLast();
            endAlone(account, step.kind(), generation);
          }
        }
      }
    }
  }

  private void endAlone(AccountId account, Kind kind, GenerationId generation) {
    long held = estimate(generation);
    long used = kind == Kind.SETTLE ? held / 2 : 0;
    jdbi.useTransaction(tx -> end(tx, account, kind, generation, held, used));
    if (kind == Kind.END_TWICE) {
      assertThatThrownBy(
              () -> jdbi.useTransaction(tx -> end(tx, account, Kind.RELEASE, generation, held, 0)))
          .hasMessageContaining("ledger_entry_one_end");
    }
  }

  private Optional<GenerationId> hold(AccountId account, long credits) {
    return jdbi.inTransaction(tx -> GenerationRows.start(tx, account, credits));
  }

  private Credits end(
      Handle tx, AccountId account, Kind kind, GenerationId generation, long held, long used) {
    return kind == Kind.SETTLE
        ? GenerationRows.complete(tx, account, generation, held, used)
        : GenerationRows.cancel(tx, account, generation, held);
  }

  private Wallet look(AccountId account) {
    return jdbi.inTransaction(tx -> ledger.current(tx, account, PER_CYCLE));
  }

  private long estimate(GenerationId generation) {
    return number("SELECT credits_estimate FROM generation WHERE id = ?", generation.value());
  }

  private long held(AccountId account) {
    return number(
        "SELECT coalesce(sum(credits_estimate), 0) FROM generation WHERE account_id = ? AND status = 'pending'",
        account.value());
  }

  private long changed(AccountId account) {
    return number(
        "SELECT coalesce(sum(credits), 0) FROM ledger_entry WHERE account_id = ? AND kind IN ('topup', 'adjust')",
        account.value());
  }

  private long used(AccountId account) {
    return number(
        "SELECT coalesce(sum(credits_used), 0) FROM generation WHERE account_id = ?",
        account.value());
  }

  private long number(String query, String id) {
    return jdbi.withHandle(handle -> handle.createQuery(query).bind(0, id).mapTo(Long.class).one());
  }

  @Provide
  Arbitrary<List<Step>> schedules() {
    return steps().list().ofMaxSize(20).withoutEdgeCases();
  }

  @Provide
  Arbitrary<List<List<Step>>> concurrentSchedules() {
    return steps()
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .list()
        .ofMinSize(2)
        .ofMaxSize(6)
        .withoutEdgeCases();
  }

  private static Arbitrary<Step> steps() {
    return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.integers().between(1, 60))
        .as(Step::new);
  }
}
