package dev.waymark.conformance.judging;

/** Where cases are played: with a client, and with a time. Safe for use by many threads. */
public interface Stage {
  Pace pace();

  /** How many cases can be played at once. */
  int atOnce();

  /** Comes back when all calls of the case have ended, or were given up. */
  Played play(ClientCase one);
}
