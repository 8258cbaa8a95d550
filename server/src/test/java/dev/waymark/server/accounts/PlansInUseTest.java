package dev.waymark.server.accounts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.server.SharedServer;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.plans.Plans;
import dev.waymark.server.settings.ConfigurationFault;
import org.junit.jupiter.api.Test;

/** Plans may be added to the file, and left out of it once nobody is on them. */
final class PlansInUseTest {
  private final SharedServer server = SharedServer.get();

  @Test
  void a_plan_that_accounts_are_on_has_to_be_there() {
    Plans plans = server.bean(Plans.class);
    AccountId account = server.account(SharedServer.plan(1_000));
    server
        .jdbi()
        .useTransaction(tx -> {
          assertThatCode(() -> PlansInUse.require(tx, plans)).doesNotThrowAnyException();

          tx.execute("UPDATE account SET plan = 'studio' WHERE id = ?", account.value());
          assertThatThrownBy(() -> PlansInUse.require(tx, plans))
              .isInstanceOf(ConfigurationFault.class)
              .hasMessage(
                  "waymark.plans.file has no plan studio, and 1 of the accounts are on it: add it to"
                      + " the file, or start with the former file and put them on another plan.");
          tx.rollback();
        });
  }
}
