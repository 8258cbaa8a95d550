package dev.waymark.server.accounts;

import dev.waymark.server.plans.Plans;
import dev.waymark.server.settings.ConfigurationFault;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Refuses a start without a plan that accounts are on: no call of theirs could be answered. */
@Singleton
final class PlansInUse {
  /** Fails with a {@code ConfigurationFault} if there is such a plan. */
  PlansInUse(Jdbi jdbi, Plans plans) {
    jdbi.useHandle(handle -> require(handle, plans));
  }

  static void require(Handle handle, Plans plans) {
    handle
        .createQuery(
            "SELECT plan, count(*) AS accounts FROM account WHERE plan <> ALL (:known) GROUP BY plan"
                + " ORDER BY plan LIMIT 1")
        .bindArray("known", String.class, plans.slugs())
        .map((row, _) ->
            new ConfigurationFault(
                ("waymark.plans.file has no plan %s, and %d of the accounts are on it: add it to the"
                        + " file, or start with the former file and put them on another plan.")
                    .formatted(row.getString("plan"), row.getLong("accounts"))))
        .findOne()
        .ifPresent(fault -> {
          throw fault;
        });
  }
}
