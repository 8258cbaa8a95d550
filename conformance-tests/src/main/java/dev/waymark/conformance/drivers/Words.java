package dev.waymark.conformance.drivers;

import dev.waymark.conformance.secrets.KeyText;

/** The beginning of what a program says, without a key. */
final class Words {
  private static final int MOST = 300;

  private Words() {}

  static String of(Object said) {
    String text = KeyText.hidden(String.valueOf(said)).strip();
    return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
  }
}
