package dev.waymark.conformance.order;

/** What can be wrong with a request, in the contract's order of checks. */
enum Check {
  UNKNOWN_PATH("ROUTE_NOT_FOUND"),
  OTHER_METHOD("METHOD_NOT_ALLOWED"),
  MEDIA_TYPE("UNSUPPORTED_MEDIA_TYPE"),
  UNACCEPTABLE("NOT_ACCEPTABLE"),
  TOO_LARGE("PAYLOAD_TOO_LARGE"),
  NO_KEY("UNAUTHORIZED"),
  UNKNOWN_KEY("KEY_INVALID"),
  REVOKED_KEY("KEY_REVOKED"),
  ELSEWHERE("IP_NOT_ALLOWED"),
  NO_API("TIER_LOCKED"),
  WINDOW_FULL("RATE_LIMIT"),
  FORCED("INTERNAL_ERROR"),
  UNREADABLE("MALFORMED_REQUEST"),
  KEY_REUSED("IDEMPOTENCY_KEY_REUSED"),
  NO_SCOPE("SCOPE_MISSING"),
  UNKNOWN_MODEL("UNKNOWN_MODEL"),
  PARAMETERS("INVALID_PARAMS"),
  CEILING("MAX_CREDITS_EXCEEDED"),
  QUOTA("KEY_QUOTA_EXCEEDED"),
  NO_CREDITS("INSUFFICIENT_CREDITS"),
  NO_SLOT("CONCURRENCY_LIMIT");

  private final String code;

  Check(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  /** Whether a call that fails here has been counted. */
  boolean isBehindTheRate() {
    return compareTo(WINDOW_FULL) > 0;
  }
}
