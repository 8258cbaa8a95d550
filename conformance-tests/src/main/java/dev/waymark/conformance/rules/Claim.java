package dev.waymark.conformance.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A part of the contract that a server or a client may say it keeps. */
public enum Claim {
  CORE("status, body, code, request id, headers"),
  RATE_LIMIT("calls per minute, and what is told of them"),
  IDEMPOTENCY("one effect for each Idempotency-Key"),
  BILLING("credits, holds, quotas and concurrency"),
  STREAMING("answers that come piece by piece"),
  CLIENT_CORE("errors read as what they are"),
  CLIENT_RETRY("sent again when, and only when, the contract allows it");

  /** What servers can claim. */
  public static final Set<Claim> OF_SERVERS =
      Set.of(CORE, RATE_LIMIT, IDEMPOTENCY, BILLING, STREAMING);

  /** What clients can claim. */
  public static final Set<Claim> OF_CLIENTS = Set.of(CLIENT_CORE, CLIENT_RETRY);

  private final String meaning;

  Claim(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }

  /** As profiles name it: {@code rate-limit}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one with this slug. */
  public static Optional<Claim> named(String slug) {
    return Arrays.stream(values()).filter(claim -> claim.slug().equals(slug)).findFirst();
  }

  public boolean isOfClients() {
    return OF_CLIENTS.contains(this);
  }
}
