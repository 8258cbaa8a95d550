package dev.waymark.server.wallet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.server.GenerationRows;
import dev.waymark.server.SharedServer;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.Ids;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whatever a program gets wrong and in whatever order. */
class BooksGuardTest {
  private final SharedServer server = SharedServer.get();
  private final AccountId account = server.account(SharedServer.plan(100));
  private final GenerationId fresh = server.bean(Ids.class).generation();
  private final GenerationId running =
      server.jdbi().inTransaction(tx -> GenerationRows.start(tx, account, 10).orElseThrow());

  @AfterEach
  void the_law_of_the_ledger_holds() {
    LedgerLaw.holds(server.jdbi(), account);
  }

  private static final String PAY =
      "UPDATE account SET balance = balance - 10, in_flight = in_flight + 1 WHERE id = :account";
  private static final String HOLD =
      "INSERT INTO ledger_entry (account_id, kind, credits, balance_after, generation_id, created_at)"
          + " VALUES (:account, 'hold', -10, 80, :fresh, now())";
  private static final String GENERATION =
      "INSERT INTO generation (id, account_id, request_id, status, model, prompt, parameters, credits_estimate, created_at, available_at)"
          + " VALUES (:fresh, :account, 'req_0', 'pending', 'm', 'p', '{}', 10, now(), 'infinity')";
  private static final String REFUND =
      "UPDATE account SET balance = balance + 10, in_flight = in_flight - 1 WHERE id = :account";
  private static final String RELEASE =
      "INSERT INTO ledger_entry (account_id, kind, credits, balance_after, generation_id, created_at)"
          + " VALUES (:account, 'release', 10, 100, :running, now())";
  private static final String CANCEL =
      "UPDATE generation SET status = 'cancelled', credits_used = 0 WHERE id = :running";

  @Test
  void the_three_rows_of_a_start_and_of_an_end_are_taken_together() {
    together(PAY, HOLD, GENERATION);
    together(REFUND, RELEASE.replace("100", "90"), CANCEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pay", "hold", "generation", "pay hold", "pay generation", "hold generation"})
  void a_part_of_a_start_is_refused(String parts) {
    refused("ledger|balance|hold|entry", () -> together(starting(parts)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pay hold generation",
        "pay generation hold",
        "hold pay generation",
        "hold generation pay",
        "generation pay hold",
        "generation hold pay"
      })
  void a_start_in_statements_of_their_own_is_refused_in_whatever_order(String parts) {
    refused(
        "ledger|balance|hold|entry",
        () ->
            server
                .jdbi()
                .useTransaction(tx -> {
                  for (String sql : starting(parts)) {
                    execute(tx, sql);
                  }
                }));
  }

  @Test
  void an_end_without_its_generation_s_is_refused() {
    refused("does not fit", () -> together(REFUND, RELEASE));
  }

  @Test
  void a_generation_s_end_without_that_of_its_hold_is_refused() {
    refused("its hold is not", () -> together(CANCEL));
  }

  @Test
  void a_second_end_is_refused() {
    together(REFUND, RELEASE, CANCEL);

    refused("ledger_entry_one_end", () -> together(REFUND, RELEASE.replace("100", "110")));
  }

  @Test
  void a_second_hold_is_refused() {
    refused("ledger_entry_one_hold", () -> together(PAY, HOLD.replace(":fresh", ":running")));
  }

  @Test
  void an_end_of_another_size_than_its_hold_is_refused() {
    refused(
        "does not fit",
        () ->
            together(
                REFUND.replace("10,", "9,"),
                RELEASE.replace("100", "99").replace("10,", "9,"),
                CANCEL));
  }

  @Test
  void a_settle_beside_a_cancelled_generation_is_refused() {
    refused("does not fit", () -> together(REFUND, RELEASE.replace("release", "settle"), CANCEL));
  }

  @Test
  void an_end_on_another_account_is_refused() {
    AccountId other = server.account(SharedServer.plan(90));
    refused(
        "does not fit",
        () ->
            together(
                "UPDATE account SET balance = balance + 10 WHERE id = '" + other + "'",
                RELEASE.replace(":account", "'" + other + "'"),
                CANCEL));
  }

  @Test
  void what_has_ended_stays_as_it_is() {
    together(REFUND, RELEASE, CANCEL);

    refused(
        "not to be changed",
        () -> together("UPDATE generation SET status = 'pending' WHERE id = :running"));
    refused(
        "not to be changed",
        () -> together("UPDATE generation SET credits_used = 5 WHERE id = :running"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE account SET balance = balance + 1 WHERE id = :account",
        "UPDATE account SET purchased = 1 WHERE id = :account",
        "INSERT INTO account (id, name, plan, balance, cycle_started_at, cycle_ends_at, created_at)"
            + " VALUES ('acc_rich_' || :fresh, 'x', 'pro', 1, now(), now() + INTERVAL '1 day', now())"
      })
  void credits_without_an_entry_are_refused(String sql) {
    refused("not what its ledger says", () -> together(sql));
  }

  @Test
  void an_entry_that_does_not_add_up_is_refused() {
    refused(
        "does not add up",
        () ->
            together(
                "UPDATE account SET balance = 95 WHERE id = :account",
                "INSERT INTO ledger_entry (account_id, kind, credits, balance_after, created_at)"
                    + " VALUES (:account, 'adjust', 6, 95, now())"));
  }

  @Test
  void overspending_is_refused_though_the_entries_add_up() {
    refused(
        "balance",
        () ->
            together(
                "UPDATE account SET balance = -10 WHERE id = :account",
                "INSERT INTO ledger_entry (account_id, kind, credits, balance_after, created_at)"
                    + " VALUES (:account, 'adjust', -100, -10, now())"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE ledger_entry SET credits = 0",
        "DELETE FROM ledger_entry",
        "TRUNCATE ledger_entry",
        "DELETE FROM generation WHERE id = :running",
        "UPDATE generation SET id = 'gen_other' WHERE id = :running",
        "DELETE FROM account WHERE id = :account",
        "UPDATE account SET id = 'acc_other' WHERE id = :account"
      })
  void what_was_entered_and_what_it_is_about_is_kept(String sql) {
    refused("append-only|are kept", () -> server.jdbi().useHandle(handle -> execute(handle, sql)));
  }

  private static String[] starting(String parts) {
    return Arrays.stream(parts.split(" ", -1))
        .map(part ->
            switch (part) {
              case "pay" -> PAY;
              case "hold" -> HOLD;
              default -> GENERATION;
            })
        .toArray(String[]::new);
  }

  /** As one statement. */
  private void together(String... statements) {
    StringBuilder sql = new StringBuilder("WITH ");
    for (int part = 0; part < statements.length; part++) {
      sql.append(part == 0 ? "" : ", ").append("p" + part + " AS (" + statements[part] + ")");
    }
    server.jdbi().useHandle(handle -> execute(handle, sql + " SELECT 1"));
  }

  private void execute(Handle handle, String sql) {
    String filled =
        sql.replace(":account", "'" + account + "'")
            .replace(":fresh", "'" + fresh + "'")
            .replace(":running", "'" + running + "'");
    handle.execute(filled);
  }

  private static void refused(String words, ThrowingCallable call) {
    assertThatThrownBy(call).hasMessageFindingMatch(words);
  }
}
