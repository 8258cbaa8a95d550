package dev.waymark.conformance.drivers;

/** The beginning of what a program says, without a key. */
final class Words {
  private static final int MOST = 300;

  private Words() {}

  static String of(Object said) {
    String text = String.valueOf(said).replaceAll("wm_(live|test)_\\w+", "(key)").strip();
    return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
  }
}
