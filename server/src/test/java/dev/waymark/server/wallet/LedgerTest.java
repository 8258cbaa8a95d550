package dev.waymark.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.server.GenerationRows;
import dev.waymark.server.SharedServer;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger on a real PostgreSQL, one movement at a time. */
class LedgerTest {
  private static final Credits PER_CYCLE = new Credits(100);

  private final SharedServer server = SharedServer.get();
  private final Jdbi jdbi = server.jdbi();
  private final Ledger ledger = server.bean(Ledger.class);
  private final AccountId account = server.account(SharedServer.plan(100));

  @AfterEach
  void the_law_of_the_ledger_holds() {
    LedgerLaw.holds(jdbi, account);
  }

  @Test
  void a_hold_that_the_balance_does_not_reach_changes_nothing() {
    hold(60);

    Optional<GenerationId> started =
        jdbi.inTransaction(tx -> GenerationRows.start(tx, account, 41));

    assertThat(started).isEmpty();
    assertThat(balance()).isEqualTo(new Credits(40));
  }

  @Test
  void a_hold_may_take_the_last_credit() {
    hold(100);

    assertThat(balance()).isEqualTo(Credits.ZERO);
  }

  @Test
  void a_settled_hold_gives_back_what_was_not_used() {
    GenerationId generation = hold(60);

    jdbi.useTransaction(tx -> settle(tx, generation, 60, 25));

    assertThat(balance()).isEqualTo(new Credits(75));
  }

  @Test
  void a_released_hold_is_given_back_whole() {
    GenerationId generation = hold(60);

    jdbi.useTransaction(tx -> release(tx, generation, 60));

    assertThat(balance()).isEqualTo(PER_CYCLE);
  }

  @Test
  void a_second_end_fails_and_takes_everything_else_of_its_transaction_with_it() {
    GenerationId ended = hold(10);
    GenerationId other = hold(20);
    jdbi.useTransaction(tx -> release(tx, ended, 10));

    assertThatThrownBy(() ->
            jdbi.useTransaction(tx -> {
              settle(tx, other, 20, 20);
              settle(tx, ended, 10, 10);
            }))
        .hasMessageContaining("ledger_entry_one_end");
    assertThat(balance()).isEqualTo(new Credits(80));
  }

  @Test
  void more_than_was_held_cannot_be_settled() {
    GenerationId generation = hold(10);

    assertThatThrownBy(() -> jdbi.useTransaction(tx -> settle(tx, generation, 10, 11)))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE ledger_entry SET credits = 0",
        "DELETE FROM ledger_entry",
        "TRUNCATE ledger_entry"
      })
  void the_database_itself_keeps_entries_as_they_are(String change) {
    assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(change)))
        .hasMessageContaining("ledger_entry is append-only");
  }

  @Test
  void the_database_itself_keeps_a_balance_from_going_below_zero() {
    assertThatThrownBy(() ->
            jdbi.useHandle(handle ->
                handle.execute("UPDATE account SET balance = -1 WHERE id = ?", account.value())))
        .hasMessageContaining("account_balance_check");
  }

  @Test
  void a_cycle_lasts_to_its_very_end() {
    hold(60);
    server.clock().moveTo(wallet().cycleEndsAt().minusNanos(1000));

    assertThat(balance()).isEqualTo(new Credits(40));
  }

  @Test
  void at_the_end_of_a_cycle_what_is_left_expires_and_the_plan_s_credits_are_granted() {
    hold(60);
    server.clock().moveTo(wallet().cycleEndsAt());

    assertThat(balance()).isEqualTo(PER_CYCLE);
    assertThat(kinds()).containsExactly("grant 100", "hold -60", "expire -40", "grant 100");
  }

  @Test
  void cycles_that_nobody_looked_at_are_renewed_once_and_stay_in_step() {
    Wallet first = wallet();
    server.clock().moveTo(first.cycleEndsAt().plus(Duration.ofDays(75)));

    assertThat(wallet())
        .isEqualTo(
            new Wallet(
                PER_CYCLE,
                first.cycleEndsAt().plus(Duration.ofDays(60)),
                first.cycleEndsAt().plus(Duration.ofDays(90))));
    assertThat(kinds()).containsExactly("grant 100", "expire -100", "grant 100");
  }

  @Test
  void credits_held_over_the_end_of_a_cycle_come_back_into_the_new_one() {
    GenerationId generation = hold(60);
    server.clock().moveTo(wallet().cycleEndsAt());
    wallet();

    jdbi.useTransaction(tx -> release(tx, generation, 60));

    assertThat(balance()).isEqualTo(new Credits(160));
  }

  @Test
  void a_cycle_is_renewed_once_however_many_ask_at_the_same_time() throws Exception {
    hold(60);
    server.clock().moveTo(wallet().cycleEndsAt());
    List<Callable<Wallet>> looks = new ArrayList<>();
    for (int count = 0; count < 8; count++) {
      looks.add(this::wallet);
    }

    try (ExecutorService threads = Executors.newFixedThreadPool(looks.size())) {
      for (Future<Wallet> look : threads.invokeAll(looks)) {
        assertThat(look.get().balance()).isEqualTo(PER_CYCLE);
      }
    }
    assertThat(kinds()).containsExactly("grant 100", "hold -60", "expire -40", "grant 100");
  }

  private GenerationId hold(long credits) {
    return jdbi.inTransaction(tx -> GenerationRows.start(tx, account, credits).orElseThrow());
  }

  private void settle(Handle tx, GenerationId generation, long held, long used) {
    GenerationRows.complete(tx, account, generation, held, used);
  }

  private void release(Handle tx, GenerationId generation, long held) {
    GenerationRows.cancel(tx, account, generation, held);
  }

  private Credits balance() {
    return wallet().balance();
  }

  private Wallet wallet() {
    return jdbi.inTransaction(tx -> ledger.current(tx, account, PER_CYCLE));
  }

  private List<String> kinds() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT kind || ' ' || credits FROM ledger_entry WHERE account_id = ? ORDER BY id")
            .bind(0, account.value())
            .mapTo(String.class)
            .list());
  }
}
