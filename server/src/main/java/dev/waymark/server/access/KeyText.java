package dev.waymark.server.access;

import dev.waymark.server.hashing.Sha256;
import dev.waymark.server.ids.Ids;
import java.nio.charset.StandardCharsets;

/**
 * The key itself, as its owner holds it: {@code wm_live_} and 256 random bits. Never stored, never
 * logged.
 */
public record KeyText(String value) {
  private static final String LIVE = "wm_live_";
  private static final int SHOWN_CHARACTERS = LIVE.length() + 4;

  public static KeyText mint(Ids ids) {
    return new KeyText(LIVE + ids.secret());
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
