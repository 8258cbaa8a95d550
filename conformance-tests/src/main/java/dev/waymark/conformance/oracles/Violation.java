package dev.waymark.conformance.oracles;

import dev.waymark.conformance.secrets.KeyText;

/**
 * A clause that an answer does not keep.
 *
 * @param level {@link Level#MUST} fails a server, {@link Level#SHOULD} warns it
 * @param how in words for a person; no secret and nothing of a prompt
 */
public record Violation(Clause clause, Level level, String how) {
  private static final int MOST_CHARACTERS = 400;

  public Violation {
    // What an answer says is quoted, and an answer can say anything.
    String quoted = how.length() <= MOST_CHARACTERS ? how : how.substring(0, MOST_CHARACTERS) + "…";
    how = KeyText.hidden(quoted);
  }

  @Override
  public String toString() {
    return clause.slug() + ": " + how;
  }
}
