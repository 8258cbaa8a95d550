package dev.waymark.conformance.obligations;

import dev.waymark.conformance.oracles.Level;
import dev.waymark.conformance.rules.Claim;

/**
 * One thing that is owed, with an id that stays.
 *
 * @param id {@code startGeneration/429/RATE_LIMIT/retry-after} for a clause of a row, {@code
 *     RATE-02} for a numbered rule
 * @param subject what reports sort it under: the operation, or the part of the rule's id before its
 *     number
 * @param promise what is owed, in a sentence
 * @param source where the contract says so
 * @param oracle what judges it, in a few words
 */
public record Obligation(
    String id,
    Claim claim,
    Level level,
    String subject,
    String promise,
    String source,
    String oracle) {

  /** Whether it is a clause of a row, and no numbered rule. */
  public boolean isOfRow() {
    return id.indexOf('/') > 0;
  }
}
