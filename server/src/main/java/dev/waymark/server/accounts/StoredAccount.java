package dev.waymark.server.accounts;

import dev.waymark.server.ids.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * An account as its operator has set it up. A sandbox is none: it is as the account that it belongs
 * to.
 *
 * @param plan its slug
 * @param models the restricted models that it may use, sorted
 */
public record StoredAccount(
    AccountId id, String name, String plan, List<String> models, Instant createdAt) {
  public StoredAccount {
    models = models.stream().sorted().toList();
  }
}
