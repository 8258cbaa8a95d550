package dev.waymark.conformance.oracles;

/** How much something is owed (RFC 2119). */
public enum Level {
  /** Without it, callers that keep the contract go wrong. */
  MUST,
  /** Callers can live without it, and a good server has it. */
  SHOULD
}
