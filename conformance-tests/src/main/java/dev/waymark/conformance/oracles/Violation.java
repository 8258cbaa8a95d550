package dev.waymark.conformance.oracles;

import java.util.regex.Pattern;

/**
 * A clause that an answer does not keep.
 *
 * @param level {@link Level#MUST} fails a server, {@link Level#SHOULD} warns it
 * @param how in words for a person; no secret and nothing of a prompt
 */
public record Violation(Clause clause, Level level, String how) {
  private static final int MOST_CHARACTERS = 400;
  private static final Pattern KEY = Pattern.compile("wm_(live|test)_[0-9A-Za-z_-]+");

  public Violation {
    // What an answer says is quoted, and an answer can say anything.
    String quoted = how.length() <= MOST_CHARACTERS ? how : how.substring(0, MOST_CHARACTERS) + "…";
    how = KEY.matcher(quoted).replaceAll("(key)");
  }

  @Override
  public String toString() {
    return clause.slug() + ": " + how;
  }
}
