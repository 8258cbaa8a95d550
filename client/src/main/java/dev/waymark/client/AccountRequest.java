package dev.waymark.client;

import java.util.List;
import java.util.Set;

/**
 * The account to make.
 *
 * @param plan the plan's name on the wire, such as {@code pro}
 * @param models the restricted models that it may use, beside those that everyone may
 */
public record AccountRequest(String name, String plan, Set<String> models) {

  public AccountRequest {
    if (name.isBlank()) {
      throw new IllegalArgumentException("No name: say whose account it is");
    }
    if (plan.isBlank()) {
      throw new IllegalArgumentException("No plan: name one, such as pro");
    }
    models = Words.copy(models);
  }

  public static AccountRequest of(String name, String plan) {
    return new AccountRequest(name, plan, Set.of());
  }

  public AccountRequest withModels(String... models) {
    return new AccountRequest(name, plan, Words.copy(List.of(models)));
  }

  dev.waymark.generated.client.model.AccountRequest toWire() {
    return new dev.waymark.generated.client.model.AccountRequest()
        .name(name)
        .plan(plan)
        .models(models.isEmpty() ? null : models);
  }
}
