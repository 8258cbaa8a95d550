package dev.waymark.server.accounts;

import dev.waymark.server.plans.Plan;

/** The keys that a first start makes, shown this once, and the demo account's plan. */
public record FirstKeys(String demo, String operator, Plan demoPlan) {
  @Override
  public String toString() {
    return "FirstKeys[secret]";
  }
}
