package dev.waymark.conformance.verdicts;

/**
 * What a run says of an obligation. The order is that of weight: of several findings the one that
 * stands first here is the verdict.
 */
public enum Verdict {
  /** The kit itself went wrong; nothing is said of who is tested. */
  HARNESS_ERROR,
  /** Broken. */
  FAIL,
  /** A known failure that passes: the profile is to be corrected. */
  STALE,
  /** Broken, as the profile says it would be. */
  KNOWN_FAIL,
  /** Kept, but not as a good server or client would. */
  WARN,
  /** Kept, each time that it was looked at. */
  PASS,
  /** Not looked at: something that it rests on is broken. */
  SKIP,
  /** Nobody managed to bring it about. Never a pass. */
  UNREACHED,
  /** Not claimed by the profile. */
  NOT_CLAIMED;

  /** Whether somebody looked, and knows. */
  public boolean isSeen() {
    return this == FAIL || this == STALE || this == KNOWN_FAIL || this == WARN || this == PASS;
  }

  /** Whether a run with it ends as broken. */
  public boolean breaks() {
    return this == FAIL || this == STALE;
  }
}
