package dev.waymark.server.accounts;

import dev.waymark.server.ids.AccountId;
import dev.waymark.server.plans.Plans;
import dev.waymark.server.wallet.Ledger;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Says how accounts stand. */
@Singleton
public final class Statements {
  private static final String ENDED =
      "SELECT a.id, owner.plan FROM account a JOIN account owner ON owner.id = coalesce(a.sandbox_of, a.id)"
          + " WHERE a.id = ANY (:ids) AND a.cycle_ends_at <= :now ORDER BY a.id";

  private final Jdbi jdbi;
  private final Ledger ledger;
  private final Plans plans;
  private final CycleUsage usage;
  private final Clock clock;

  Statements(Jdbi jdbi, Ledger ledger, Plans plans, CycleUsage usage, Clock clock) {
    this.jdbi = jdbi;
    this.ledger = ledger;
    this.plans = plans;
    this.usage = usage;
    this.clock = clock;
  }

  /** The account must exist. */
  public Statement of(AccountId account) {
    return Objects.requireNonNull(of(List.of(account)).get(account));
  }

  /** The accounts that exist, all at the same moment. Cycles that have ended are renewed first. */
  public Map<AccountId, Statement> of(Collection<AccountId> accounts) {
    List<String> ids = accounts.stream().map(AccountId::value).toList();
    jdbi.withHandle(handle ->
            handle
                .createQuery(ENDED)
                .bindArray("ids", String.class, ids)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .map((row, _) -> new Ended(new AccountId(row.getString(1)), row.getString(2)))
                .list())
        .forEach(this::renew);
    return jdbi.withHandle(handle -> usage.statements(handle, ids));
  }

  /** The same within a transaction, for an account that was made in it. */
  public Statement in(Handle tx, AccountId account) {
    return Objects.requireNonNull(usage.statements(tx, List.of(account.value())).get(account));
  }

  // Each in a transaction of its own: the statement itself only reads, and all of one snapshot.
  private void renew(Ended ended) {
    jdbi.useTransaction(
        tx -> ledger.current(tx, ended.account(), plans.get(ended.plan()).creditsPerCycle()));
  }

  private record Ended(AccountId account, String plan) {}
}
