package dev.waymark.server.accounts;

import dev.waymark.server.plans.Plan;

/**
 * The keys that a first start makes, shown this once, and the demo account's plan.
 *
 * @param test the test key of the demo account
 */
public record FirstKeys(String demo, String test, String operator, Plan demoPlan) {
  @Override
  public String toString() {
    return "FirstKeys[secret]";
  }
}
