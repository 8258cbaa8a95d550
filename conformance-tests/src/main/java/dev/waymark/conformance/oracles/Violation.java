package dev.waymark.conformance.oracles;

/**
 * A clause that an answer does not keep.
 *
 * @param level {@link Level#MUST} fails a server, {@link Level#SHOULD} warns it
 * @param how in words for a person; no secret and nothing of a prompt
 */
public record Violation(Clause clause, Level level, String how) {
  @Override
  public String toString() {
    return clause.slug() + ": " + how;
  }
}
