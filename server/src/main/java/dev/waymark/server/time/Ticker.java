package dev.waymark.server.time;

/**
 * A clock that only goes forwards, at an even pace, for measuring how long something takes or is
 * ago. What it shows has no meaning outside this process.
 */
@FunctionalInterface
public interface Ticker {
  /** Nanoseconds; only the difference of two readings says something. */
  long nanos();
}
