package dev.waymark.client;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to change of an account; what is left out stays as it is.
 *
 * @param plan the new plan; its limits hold at once, its credits are granted with the next cycle
 * @param models all restricted models that it may use from now on
 */
public record AccountChange(
    Optional<String> name, Optional<String> plan, Optional<Set<String>> models) {

  private static final AccountChange NOTHING =
      new AccountChange(Optional.empty(), Optional.empty(), Optional.empty());

  public AccountChange {
    models = models.map(Words::copy);
  }

  /** To begin with; it must change something before it is sent. */
  public static AccountChange nothing() {
    return NOTHING;
  }

  public AccountChange withName(String name) {
    return new AccountChange(Optional.of(name), plan, models);
  }

  public AccountChange withPlan(String plan) {
    return new AccountChange(name, Optional.of(plan), models);
  }

  /** Without any, it may use those that everyone may. */
  public AccountChange withModels(String... models) {
    return new AccountChange(name, plan, Optional.of(Words.copy(List.of(models))));
  }

  dev.waymark.generated.client.model.AccountChange toWire() {
    if (equals(NOTHING)) {
      throw new IllegalArgumentException("The change changes nothing: say what");
    }
    return new dev.waymark.generated.client.model.AccountChange()
        .name(name.orElse(null))
        .plan(plan.orElse(null))
        .models(models.orElse(null));
  }
}
