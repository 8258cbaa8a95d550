package dev.waymark.server.access;

import java.util.Optional;

/** What is visibly wrong with a text that is sent as a key, without repeating any of it. */
final class KeyHint {
  private static final int LENGTH = 51;

  private KeyHint() {}

  /** Nothing where the text has the form of a key: then it is one that does not exist. */
  static Optional<String> of(KeyText key) {
    if (key.canBeOurs()) {
      return Optional.empty();
    }
    String text = key.value();
    if (!text.startsWith("wm_live_") && !text.startsWith("wm_test_")) {
      return Optional.of("Keys of this server begin with wm_live_ or wm_test_.");
    }
    return Optional.of(
        text.length() == LENGTH
            ? "Keys of this server hold nothing but letters, digits, - and _."
            : "Keys of this server have %d characters, and this one has %d."
                .formatted(LENGTH, text.length()));
  }
}
