package dev.waymark.conformance.judging;

import java.util.List;

/** Where cases are played: with a client, and with a time. Safe for use by many threads. */
public interface Stage {
  Pace pace();

  /** How many cases can be played at once. */
  int atOnce();

  /**
   * Plays cases that nobody judges, so that no client is judged while it is still being loaded.
   *
   * @param cases as many as are made for {@link #atOnce}
   */
  default void warmUp(List<ClientCase> cases) {}

  /** Comes back when all calls of the case have ended, or were given up. */
  Played play(ClientCase one);
}
