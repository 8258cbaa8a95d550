package dev.waymark.server.access;

import java.util.Locale;

/** Whether a key works on the real account or on its sandbox. */
public enum Mode {
  LIVE,
  TEST;

  static Mode of(boolean sandbox) {
    return sandbox ? TEST : LIVE;
  }

  /** The word that stands on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
