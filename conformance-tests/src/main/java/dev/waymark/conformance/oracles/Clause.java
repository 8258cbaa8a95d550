package dev.waymark.conformance.oracles;

import java.util.Locale;

/** One thing that an answer owes, judged and reported by itself. */
public enum Clause {
  STATUS("the status and the code are ones that the operation documents"),
  BODY("the body is of a documented media type and keeps its schema"),
  CODE("X-Error-Code, the body and the catalogue agree on the code and its status"),
  REQUEST_ID("X-Request-Id is there, unique, and what the body says"),
  TEXT("message and next are the catalogue's sentences with the caller's own numbers"),
  EXTRAS("the code's extras are there with their types, and no others"),
  CHARGE("charge is what the catalogue says"),
  RETRY("retry is what the catalogue says"),
  RETRY_AFTER("Retry-After and Retry-After-Ms are the wait of retry, and absent without one"),
  SHOULD_RETRY("X-Should-Retry is true exactly where a resend may help and cannot charge twice"),
  LIMITS("X-RateLimit-* and RateLimit say alike where the caller stands"),
  METER("credits and concurrency are told where the call is metered"),
  HELP("docs_url and Link lead to the page on the code, and Vary says what the body went by"),
  HEADERS("required headers are there, documented ones keep their schema, and no others leak"),
  RENDERING("the body says all that its rendering can carry, and nothing else");

  private final String promise;

  Clause(String promise) {
    this.promise = promise;
  }

  /** What is promised, as a sentence without an end. */
  public String promise() {
    return promise;
  }

  /** The last part of an obligation's id: {@code retry-after}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** That this one is not kept. */
  public Violation broken(String how) {
    return new Violation(this, Level.MUST, how);
  }

  /** That this one is kept to the letter only, or in a way that callers can live with. */
  public Violation odd(String how) {
    return new Violation(this, Level.SHOULD, how);
  }

  /** The clause that a header belongs to. */
  static Clause ofHeader(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "x-request-id" -> REQUEST_ID;
      case "x-error-code" -> CODE;
      case "x-should-retry" -> SHOULD_RETRY;
      case "retry-after", "retry-after-ms" -> RETRY_AFTER;
      case "link", "vary" -> HELP;
      case "ratelimit", "ratelimit-policy" -> LIMITS;
      default ->
          lower.startsWith("x-ratelimit-")
              ? LIMITS
              : lower.startsWith("x-credits-") || lower.startsWith("x-concurrency-")
                  ? METER
                  : HEADERS;
    };
  }
}
