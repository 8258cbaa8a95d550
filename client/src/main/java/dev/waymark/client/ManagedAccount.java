package dev.waymark.client;

import java.time.Instant;
import java.util.Set;

/**
 * An account as its operator sees it, as it stood when the server answered.
 *
 * @param plan the plan's name on the wire
 * @param models the restricted models that it may use, beside those that everyone may
 */
public record ManagedAccount(
    String id,
    String name,
    String plan,
    Set<String> models,
    Account.Credits credits,
    Account.Cycle cycle,
    int runningGenerations,
    Instant createdAt) {

  public ManagedAccount {
    models = Words.copy(models);
  }

  static ManagedAccount from(dev.waymark.generated.client.model.ManagedAccount wire) {
    Required.field(wire, "an account");
    return new ManagedAccount(
        Required.field(wire.getAccountId(), "account_id"),
        Required.field(wire.getName(), "name"),
        Required.field(wire.getPlan(), "plan"),
        Words.copy(Required.field(wire.getModels(), "models")),
        Account.Credits.from(Required.field(wire.getCredits(), "credits")),
        Account.Cycle.from(Required.field(wire.getCycle(), "cycle")),
        Required.field(wire.getGenerationsRunning(), "generations_running"),
        Required.field(wire.getCreatedAt(), "created_at"));
  }
}
