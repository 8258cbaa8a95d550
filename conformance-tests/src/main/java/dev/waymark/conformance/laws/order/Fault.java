package dev.waymark.conformance.laws.order;

/** What can be wrong with a start, in the contract's order of checks. */
enum Fault {
  NO_ROUTE("ROUTE_NOT_FOUND"),
  OTHER_METHOD("METHOD_NOT_ALLOWED"),
  MEDIA_TYPE("UNSUPPORTED_MEDIA_TYPE"),
  UNACCEPTABLE("NOT_ACCEPTABLE"),
  TOO_LARGE("PAYLOAD_TOO_LARGE"),
  NO_KEY("UNAUTHORIZED"),
  REVOKED_KEY("KEY_REVOKED"),
  ELSEWHERE("IP_NOT_ALLOWED"),
  NO_API("TIER_LOCKED"),
  UNREADABLE("MALFORMED_REQUEST"),
  KEY_REUSED("IDEMPOTENCY_KEY_REUSED"),
  NO_SCOPE("SCOPE_MISSING"),
  UNKNOWN_MODEL("UNKNOWN_MODEL"),
  PARAMETERS("INVALID_PARAMS"),
  CEILING("MAX_CREDITS_EXCEEDED"),
  QUOTA("KEY_QUOTA_EXCEEDED"),
  NO_CREDITS("INSUFFICIENT_CREDITS");

  private final String code;

  Fault(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
