package dev.waymark.server.accounts;

import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.plans.Plan;
import dev.waymark.server.plans.Plans;
import dev.waymark.server.wallet.Ledger;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Accounts in PostgreSQL. */
@Singleton
public final class AccountStore {
  private final Ids ids;
  private final Ledger ledger;
  private final Plans plans;
  private final Clock clock;

  AccountStore(Ids ids, Ledger ledger, Plans plans, Clock clock) {
    this.ids = ids;
    this.ledger = ledger;
    this.plans = plans;
    this.clock = clock;
  }

  /** Makes an account with a full wallet, enabled for these restricted models. */
  public AccountId create(Handle tx, String name, Plan plan, List<String> models) {
    AccountId id = insert(tx, name, plan, null);
    models.forEach(model -> enable(tx, id, model));
    return id;
  }

  /**
   * The account's sandbox, made with a full wallet when it is first asked for: an account of its
   * own whose keys are test keys. The same one ever after, whoever asks at the same time.
   *
   * @throws IllegalArgumentException for a sandbox, which has none
   */
  public AccountId sandbox(Handle tx, AccountId account) {
    Owner owner = lock(tx, account);
    return existingSandbox(tx, account)
        .orElseGet(() -> insert(tx, owner.name(), plans.get(owner.plan()), account));
  }

  /** The account's sandbox, if anybody has asked for it yet. */
  public Optional<AccountId> existingSandbox(Handle handle, AccountId account) {
    return handle
        .createQuery("SELECT id FROM account WHERE sandbox_of = :account")
        .bind("account", account.value())
        .map((row, _) -> new AccountId(row.getString("id")))
        .findOne();
  }

  private static Owner lock(Handle tx, AccountId account) {
    return tx.createQuery("SELECT name, plan, sandbox_of FROM account WHERE id = :id FOR UPDATE")
        .bind("id", account.value())
        .map((row, _) -> {
          if (row.getString("sandbox_of") != null) {
            throw new IllegalArgumentException(account + " is a sandbox and has none of its own");
          }
          return new Owner(row.getString("name"), row.getString("plan"));
        })
        .one();
  }

  private AccountId insert(Handle tx, String name, Plan plan, @Nullable AccountId sandboxOf) {
    AccountId id = ids.account();
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    tx.createUpdate(
            "INSERT INTO account (id, name, plan, sandbox_of, cycle_started_at, cycle_ends_at, created_at)"
                + " VALUES (:id, :name, :plan, :sandboxOf, :now, :ends, :now)")
        .bind("id", id.value())
        .bind("name", name)
        .bind("plan", plan.slug())
        .bind("sandboxOf", sandboxOf == null ? null : sandboxOf.value())
        .bind("now", now)
        .bind("ends", now.plus(Ledger.cycle()))
        .execute();
    ledger.open(tx, id, plan.creditsPerCycle());
    return id;
  }

  /** Lets the account use a restricted model; twice is the same as once. */
  public void enable(Handle tx, AccountId account, String model) {
    tx.createUpdate(
            "INSERT INTO account_model (account_id, model) VALUES (:account, :model) ON CONFLICT DO NOTHING")
        .bind("account", account.value())
        .bind("model", model)
        .execute();
  }

  boolean anyExists(Handle tx) {
    return tx.createQuery("SELECT EXISTS (SELECT 1 FROM account)").mapTo(Boolean.class).one();
  }

  private record Owner(String name, String plan) {}
}
