package dev.waymark.conformance.obligations;

import dev.waymark.conformance.rules.Claim;
import java.util.Locale;

/** One thing that a client owes for each code of the catalogue. */
public enum CodeClause {
  CODE(Claim.CLIENT_CORE, "it tells that code"),
  STATUS(Claim.CLIENT_CORE, "it tells the status"),
  REQUEST_ID(Claim.CLIENT_CORE, "it tells the request id"),
  NEXT(Claim.CLIENT_CORE, "it tells what to do next, in the server's words"),
  WAIT(Claim.CLIENT_CORE, "it tells the wait that the server named"),
  RESEND(Claim.CLIENT_RETRY, "it sends the call again if, and only when, the contract says so");

  private final Claim claim;
  private final String promise;

  CodeClause(Claim claim, String promise) {
    this.claim = claim;
    this.promise = promise;
  }

  public Claim claim() {
    return claim;
  }

  /** To follow "When a client gets …,". */
  String promise() {
    return promise;
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
