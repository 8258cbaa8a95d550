package dev.waymark.server.accounts;

import dev.waymark.server.access.KeyStore;
import dev.waymark.server.access.KeyText;
import dev.waymark.server.access.NewKey;
import dev.waymark.server.access.Scope;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.models.Catalogue;
import dev.waymark.server.models.Model;
import dev.waymark.server.plans.Plan;
import dev.waymark.server.plans.Plans;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes the first two accounts of an empty database: {@code demo} on the plan Pro, with a live key
 * and a test key, and {@code operator} on Ultimate, whose key is marked as the operator's.
 */
@Singleton
public final class FirstStart {
  // Any number will do, if it is always this one: nodes that start together on an empty database
  // take turns.
  private static final long LOCK = 7_766_001L;

  private final Jdbi jdbi;
  private final AccountStore accounts;
  private final KeyStore keys;
  private final Plans plans;
  private final DemoSettings settings;

  /** Fails with a {@code ConfigurationFault} if the demo is to use a model that does not exist. */
  FirstStart(
      Jdbi jdbi,
      AccountStore accounts,
      KeyStore keys,
      Plans plans,
      Catalogue catalogue,
      DemoSettings settings) {
    settings.requireKnown(catalogue.models().stream().map(Model::slug).toList());
    this.jdbi = jdbi;
    this.accounts = accounts;
    this.keys = keys;
    this.plans = plans;
    this.settings = settings;
  }

  /** Returns the new keys, or nothing if there are accounts already or the demo is switched off. */
  public Optional<FirstKeys> prepare() {
    return settings.enabled() ? jdbi.inTransaction(this::prepare) : Optional.empty();
  }

  private Optional<FirstKeys> prepare(Handle tx) {
    tx.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
    if (accounts.anyExists(tx)) {
      return Optional.empty();
    }
    Plan pro = plans.get("pro");
    AccountId demo = accounts.create(tx, "demo", pro, settings.models());
    AccountId operator = accounts.create(tx, "operator", plans.get("ultimate"), List.of());
    return Optional.of(
        new FirstKeys(
            issue(tx, demo, "demo").value(),
            issue(tx, accounts.sandbox(tx, demo), "demo test").value(),
            keys.issue(tx, operator, NewKey.of("operator", EnumSet.allOf(Scope.class)))
                .text()
                .value(),
            pro));
  }

  private KeyText issue(Handle tx, AccountId account, String name) {
    return keys.issue(tx, account, NewKey.of(name, Scope.OWN).pinnedTo(settings.rendering()))
        .text();
  }
}
