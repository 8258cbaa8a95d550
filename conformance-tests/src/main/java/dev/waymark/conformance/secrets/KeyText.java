package dev.waymark.conformance.secrets;

import java.util.regex.Pattern;

/** Keys as they stand in a text, whole or cut off. */
public final class KeyText {
  private static final String BEGIN = "(wm_(?:live|test)_)";
  private static final String CHARACTER = "[0-9A-Za-z_-]";

  /** What every key begins with, and what is secret of it. */
  public static final Pattern PATTERN = Pattern.compile(BEGIN + "(" + CHARACTER + "+)");

  private static final Pattern MORE_THAN_A_PLACEHOLDER = Pattern.compile(BEGIN + CHARACTER + "{8}");

  private KeyText() {}

  /** The text with {@code (key)} in the place of each. */
  public static String hidden(String text) {
    return PATTERN.matcher(text).replaceAll("(key)");
  }

  /** Whether one is shown; documentation may say {@code wm_live_…}. */
  public static boolean isIn(String text) {
    return MORE_THAN_A_PLACEHOLDER.matcher(text).find();
  }

  /** Of a key, what nobody could guess. */
  public static String secretOf(Secret key) {
    return PATTERN.matcher(key.value()).replaceFirst("$2");
  }
}
