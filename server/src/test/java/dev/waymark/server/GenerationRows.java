package dev.waymark.server;

import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Ledger;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Bare generations in the database with their holds, for what refers to them. No worker takes them
 * up.
 */
public final class GenerationRows {
  private static final Ledger LEDGER = SharedServer.get().bean(Ledger.class);

  private GenerationRows() {}

  /** A pending generation, or nothing where the balance does not reach for its hold. */
  public static Optional<GenerationId> start(Handle tx, AccountId account, long estimate) {
    GenerationId id = SharedServer.get().bean(Ids.class).generation();
    Optional<Credits> balance = LEDGER.hold(tx, account, id, new Credits(estimate));
    balance.ifPresent(_ -> insert(tx, account, id, estimate));
    return balance.map(_ -> id);
  }

  /** Returns the balance after. */
  public static Credits complete(
      Handle tx, AccountId account, GenerationId id, long held, long used) {
    finish(tx, id, "completed", used);
    return LEDGER.settle(tx, account, id, new Credits(held), new Credits(used));
  }

  /** Returns the balance after. */
  public static Credits cancel(Handle tx, AccountId account, GenerationId id, long held) {
    finish(tx, id, "cancelled", 0);
    return LEDGER.release(tx, account, id, new Credits(held));
  }

  private static void insert(Handle tx, AccountId account, GenerationId id, long estimate) {
    tx.createUpdate(
            "INSERT INTO generation (id, account_id, request_id, status, model, prompt, parameters,"
                + " credits_estimate, created_at, available_at)"
                + " VALUES (:id, :account, 'req_0', 'pending', 'script-1', 'a fox', '{}', :estimate, :now, 'infinity')")
        .bind("id", id.value())
        .bind("account", account.value())
        .bind("estimate", estimate)
        .bind("now", SharedServer.get().clock().instant().atOffset(ZoneOffset.UTC))
        .execute();
  }

  private static void finish(Handle tx, GenerationId id, String status, long used) {
    tx.createUpdate("UPDATE generation SET status = :status, credits_used = :used WHERE id = :id")
        .bind("status", status)
        .bind("used", used)
        .bind("id", id.value())
        .execute();
  }
}
