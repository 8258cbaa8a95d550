package dev.waymark.server.contract;

/** What an error may repeat of a text that a caller sent: its beginning, never half a character. */
public final class Shortened {
  private Shortened() {}

  /** The first characters of the text, at most {@code most}. */
  public static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
