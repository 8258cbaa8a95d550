package dev.waymark.server.access;

import dev.waymark.server.hashing.Sha256;
import dev.waymark.server.ids.Alphabet;
import dev.waymark.server.ids.Ids;
import java.nio.charset.StandardCharsets;

/**
 * The key itself, as its owner holds it: {@code wm_live_} or {@code wm_test_} and 256 random bits.
 * Never stored, never logged.
 */
public record KeyText(String value) {
  private static final String LIVE = "wm_live_";
  private static final String TEST = "wm_test_";
  private static final int LENGTH = LIVE.length() + 43;
  private static final Alphabet SECRETS =
      Alphabet.of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
  private static final int SHOWN_CHARACTERS = 12;

  /**
   * A new key. What it begins with is for its readers; its mode is that of the account it belongs
   * to.
   */
  static KeyText mint(Mode mode, Ids ids) {
    return new KeyText("wm_" + mode.wireName() + "_" + ids.secret());
  }

  /** Whether it has the form of our keys; a text of any other was never one. */
  boolean canBeOurs() {
    return value.length() == LENGTH
        && (value.startsWith(LIVE) || value.startsWith(TEST))
        && SECRETS.spells(value, LIVE.length());
  }

  /**
   * What is stored. A fast hash is enough: 256 random bits cannot be guessed, however fast one
   * tries.
   */
  byte[] hash() {
    return Sha256.of(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Enough of the key to tell it from others, too little to use it. */
  String prefix() {
    return value.substring(0, SHOWN_CHARACTERS);
  }

  @Override
  public String toString() {
    return "KeyText[secret]";
  }
}
