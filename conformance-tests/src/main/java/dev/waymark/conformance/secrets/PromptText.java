package dev.waymark.conformance.secrets;

import java.util.regex.Pattern;

/** Prompts as they stand in JSON, whole or cut off. */
public final class PromptText {
  /**
   * The name and what opens its text, and the text. Possessive, or a prompt of some thousand
   * characters would overflow the stack.
   */
  public static final Pattern PATTERN =
      Pattern.compile(
          "(\"(?:negative_)?prompt\"\\s*+:\\s*+\")((?:[^\"\\\\]++|\\\\.)*+)", Pattern.DOTALL);

  private PromptText() {}

  /** The JSON with {@code (prompt)} in the place of each. */
  public static String hidden(String json) {
    return PATTERN.matcher(json).replaceAll("$1(prompt)");
  }
}
