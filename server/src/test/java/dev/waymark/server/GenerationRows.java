package dev.waymark.server;

import dev.waymark.server.commits.Batch;
import dev.waymark.server.commits.BatchStatement;
import dev.waymark.server.commits.Part;
import dev.waymark.server.commits.PartKind;
import dev.waymark.server.commits.Rows;
import dev.waymark.server.commits.Table;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.wallet.Books;
import dev.waymark.server.wallet.Cause;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Hold;
import dev.waymark.server.wallet.Purse;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Bare generations in the database with their holds, for what refers to them. No worker takes them
 * up.
 */
public final class GenerationRows {
  private static final Cause CAUSE = Cause.of(new RequestId("req_0"), Optional.empty());

  private GenerationRows() {}

  /** A pending generation, or nothing where the balance does not reach for its hold. */
  public static Optional<GenerationId> start(Handle tx, AccountId account, long estimate) {
    GenerationId id = SharedServer.get().bean(Ids.class).generation();
    Batch batch = begun(tx, account);
    Purse purse = batch.part(Books.KIND).of(account);
    if (!purse.reaches(new Credits(estimate))) {
      return Optional.empty();
    }
    Hold hold = purse.hold(id, new Credits(estimate), CAUSE);
    batch
        .part(Written.KIND)
        .started
        .add(id.value(), account.value(), estimate, hold.purchased().value(), batch.now());
    batch.write(tx);
    return Optional.of(id);
  }

  /** Returns the balance after. */
  public static Credits complete(
      Handle tx, AccountId account, GenerationId id, long held, long used) {
    Batch batch = begun(tx, account);
    Purse purse = batch.part(Books.KIND).of(account);
    purse.settle(hold(tx, id, held), new Credits(used), CAUSE);
    return ended(tx, batch, purse, id, "completed", used);
  }

  /** Returns the balance after. */
  public static Credits cancel(Handle tx, AccountId account, GenerationId id, long held) {
    Batch batch = begun(tx, account);
    Purse purse = batch.part(Books.KIND).of(account);
    purse.release(hold(tx, id, held), CAUSE);
    return ended(tx, batch, purse, id, "cancelled", 0);
  }

  private static Batch begun(Handle tx, AccountId account) {
    Batch batch = new Batch(SharedServer.get().clock().instant());
    batch.part(Books.KIND).need(account);
    batch.read(tx);
    return batch;
  }

  private static Hold hold(Handle tx, GenerationId id, long held) {
    long purchased =
        tx.createQuery("SELECT held_purchased FROM generation WHERE id = ?")
            .bind(0, id.value())
            .mapTo(Long.class)
            .findOne()
            .orElse(0L);
    return new Hold(id, new Credits(held), new Credits(purchased));
  }

  private static Credits ended(
      Handle tx, Batch batch, Purse purse, GenerationId id, String status, long used) {
    batch.part(Written.KIND).ended.add(id.value(), status, used);
    batch.write(tx);
    return purse.balance();
  }

  private static final class Written implements Part {
    static final PartKind<Written> KIND = new PartKind<>(99, Written.class, _ -> new Written());

    final Rows started =
        new Rows(
            new Table(
                "INSERT INTO generation (id, account_id, request_id, status, model, prompt, parameters,"
                    + " credits_estimate, held_purchased, created_at, available_at)"
                    + " SELECT r.id, r.account, 'req_0', 'pending', 'script-1', 'a fox', '{}', r.estimate, r.purchased, r.at, 'infinity'"
                    + " FROM :rows",
                "id text",
                "account text",
                "estimate bigint",
                "purchased bigint",
                "at timestamptz"));
    final Rows ended =
        new Rows(
            new Table(
                "UPDATE generation SET status = r.status, credits_used = r.used FROM :rows WHERE generation.id = r.id",
                "id text",
                "status text",
                "used bigint"));

    @Override
    public void write(BatchStatement statement) {
      statement.add(started);
      statement.add(ended);
    }
  }
}
