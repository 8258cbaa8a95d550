package dev.waymark.conformance.targets;

import java.util.Locale;

/** What cannot be done to a server by calling it, and a hook may know how to do. */
public enum Trouble {
  /** The database answers nonsense: {@code INTERNAL_ERROR}. */
  STORE_BROKEN,
  /** The database is away: {@code OVERLOADED}. */
  DATABASE_LOST,
  /** Something that needs no database fails: {@code INTERNAL_ERROR}. */
  CODE_BROKEN,
  /** There is no room, also for what needs no database: {@code OVERLOADED}. */
  FULL,
  /** More than 24 hours pass, so that outputs have expired. */
  A_DAY_LATER,
  /** Nothing is written for a while, so that the first call with an Idempotency-Key still runs. */
  WRITES_WAIT;

  /** As profiles name it: {@code database-lost}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
