package dev.waymark.server.plans;

import dev.waymark.server.wallet.Credits;

/**
 * What an account's plan allows: calls of a key in 60 seconds, generations in flight, and credits
 * granted for each 30-day cycle. A plan without the API has none of them.
 */
public record Plan(
    String slug,
    String name,
    boolean api,
    int callsPerMinute,
    int concurrentGenerations,
    Credits creditsPerCycle) {
  public Plan {
    if (slug.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("a plan has a slug and a name");
    }
    if (api && (callsPerMinute < 1 || concurrentGenerations < 1)) {
      throw new IllegalArgumentException("a plan with the API lets at least one call through");
    }
    if (!api
        && (callsPerMinute != 0 || concurrentGenerations != 0 || creditsPerCycle.value() != 0)) {
      throw new IllegalArgumentException("a plan without the API has no limits of it");
    }
  }

  /** A plan that has no API access. */
  static Plan withoutApi(String slug, String name) {
    return new Plan(slug, name, false, 0, 0, Credits.ZERO);
  }
}
