package dev.waymark.conformance.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A part of the contract that a server or a client may say it keeps. */
public enum Claim {
  CORE("status, body, code, request id, headers"),
  RATE_LIMIT("calls per minute, and what is told of them"),
  IDEMPOTENCY("one effect for each Idempotency-Key"),
  BILLING("credits, holds, quotas and concurrency"),
  STREAMING("answers that come piece by piece"),
  CLIENT_CORE("errors read as what they are"),
  CLIENT_RETRY("sent again when, and only when, the contract allows it");

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

  /**
   * The one with this slug.
   *
   * @throws IllegalArgumentException with all slugs that there are
   */
  public static Claim named(String slug) {
    return Arrays.stream(values())
        .filter(claim -> claim.slug().equals(slug))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no claim \"%s\"; there are %s"
                    .formatted(
                        slug,
                        Arrays.stream(values())
                            .map(Claim::slug)
                            .collect(Collectors.joining(", ")))));
  }

  public boolean isOfClients() {
    return this == CLIENT_CORE || this == CLIENT_RETRY;
  }
}
