package dev.waymark.server.wallet;

import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;

/** Why a balance has changed. */
public enum TransactionKind {
  GRANT,
  EXPIRE,
  HOLD,
  SETTLE,
  RELEASE,
  TOPUP,
  ADJUST;

  /** Fails for any other word. */
  public static TransactionKind of(String wireName) {
    return Arrays.stream(values())
        .filter(kind -> kind.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no entry is of this kind"));
  }

  /** The word that stands on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
