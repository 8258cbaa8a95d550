package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class SweeperTest {
  /** More than are dropped in one transaction. */
  private static final int MANY = 2500;

  private final Workshop workshop = Workshop.open();

  @Test
  void one_sweep_drops_all_that_is_over_however_much_there_is() {
    workshop.jdbi.useTransaction(this::makeOutputs);
    workshop.clock.move(Duration.ofNanos(1000));

    workshop.sweeper.sweep();

    assertThat(kept()).isZero();
  }

  /** Of generations that cost nothing and are cancelled, for brevity; their outputs end now. */
  private void makeOutputs(Handle tx) {
    String account = workshop.account().value();
    tx.createUpdate(
            """
            WITH wanted AS (
              SELECT 'gen_SWEPT' || lpad(n::text, 21, '0') AS id FROM generate_series(1, :many) n),
            held AS (
              INSERT INTO ledger_entry (account_id, kind, credits, balance_after, generation_id, created_at)
              SELECT :account, 'hold', 0, a.balance, w.id, :now FROM wanted w, account a WHERE a.id = :account)
            INSERT INTO generation (id, account_id, request_id, status, model, prompt, parameters,
              credits_estimate, created_at, available_at)
            SELECT id, :account, 'req_0', 'pending', 'script-1', 'a fox', '{}', 0, :now, 'infinity' FROM wanted
            """)
        .bind("many", MANY)
        .bind("account", account)
        .bind("now", workshop.clock.instant())
        .execute();
    tx.createUpdate(
            """
            WITH released AS (
              INSERT INTO ledger_entry (account_id, kind, credits, balance_after, generation_id, created_at)
              SELECT :account, 'release', 0, a.balance, g.id, :now FROM generation g JOIN account a ON a.id = g.account_id
              WHERE a.id = :account)
            UPDATE generation SET status = 'cancelled', credits_used = 0, finished_at = :now WHERE account_id = :account
            """)
        .bind("account", account)
        .bind("now", workshop.clock.instant())
        .execute();
    tx.createUpdate(
            """
            INSERT INTO output (name, generation_id, content_type, length, entity_tag, content, created_at, expires_at)
            SELECT 'out_' || id, id, 'image/png', 1, 'tag', '\\x01', :now, :now FROM generation WHERE account_id = :account
            """)
        .bind("account", account)
        .bind("now", workshop.clock.instant())
        .execute();
  }

  private int kept() {
    return workshop.jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT count(*) FROM output WHERE content IS NOT NULL AND expires_at <= :now")
            .bind("now", workshop.clock.instant())
            .mapTo(Integer.class)
            .one());
  }
}
