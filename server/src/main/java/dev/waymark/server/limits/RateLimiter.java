package dev.waymark.server.limits;

/** Counts calls per caller in a rolling window of 60 seconds. */
interface RateLimiter {
  /**
   * Admits the call if the window has room for it, and then counts it; a refused call does not
   * count.
   *
   * @param caller who is counted, whatever the kind
   */
  Admission admit(String caller, int limit);

  /**
   * Where the caller stands, without counting anything: whether a call would be admitted now, how
   * many would be, and when the next slot frees. While nothing is counted all slots are free, and
   * the next one frees now. Never keeps a thread waiting that may not wait.
   */
  Admission peek(String caller, int limit);
}
