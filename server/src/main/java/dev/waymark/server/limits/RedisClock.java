package dev.waymark.server.limits;

import java.util.function.Supplier;

/**
 * Where the script in Redis has the time from.
 *
 * @param lua statements that define {@code clock}, in microseconds
 * @param argument what they find as {@code ARGV[3]}
 */
record RedisClock(String lua, Supplier<String> argument) {
  /** The clock of Redis itself, so that the clocks of the nodes need not agree. */
  static final RedisClock OF_THE_SERVER =
      new RedisClock(
          """
          local time = redis.call('TIME')
          local clock = time[1] * 1000000 + time[2]
          """,
          () -> "");
}
