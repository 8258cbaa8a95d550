package dev.waymark.server.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a key may do; each operation of the contract names the one that it needs. */
public enum Scope {
  GENERATIONS_READ,
  GENERATIONS_WRITE,
  MODELS_READ,
  ACCOUNT_READ,
  REQUESTS_READ,
  KEYS_READ,
  KEYS_WRITE,
  /** Accounts, credits and metrics of the whole server. */
  OPERATOR;

  /** What a key is for that uses the API and manages nothing. */
  public static final Set<Scope> USE =
      Collections.unmodifiableSet(EnumSet.range(GENERATIONS_READ, REQUESTS_READ));

  /** All that an account's own key can have. */
  public static final Set<Scope> OWN =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(OPERATOR)));

  public static Optional<Scope> byWireName(String name) {
    return Arrays.stream(values()).filter(scope -> scope.wireName().equals(name)).findFirst();
  }

  /** The word that stands on the wire and in the database, such as {@code keys:write}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }
}
