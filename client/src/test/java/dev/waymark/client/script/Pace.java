package dev.waymark.client.script;

import java.util.List;

/**
 * How long things take in a script, in milliseconds: whole minutes on a virtual clock, next to
 * nothing on the real one.
 *
 * @param unit what policies are made of
 * @param millis waits that servers name in milliseconds
 * @param seconds and in seconds
 * @param bodyMillis and in bodies
 * @param slow how long the slowest answers take
 * @param patience what attempts and calls have at least, so that a busy machine is not taken for a
 *     silent server
 */
record Pace(
    int unit,
    List<String> millis,
    List<String> seconds,
    List<Integer> bodyMillis,
    int slow,
    int patience) {

  static final Pace VIRTUAL =
      new Pace(
          1000,
          List.of("1", "840", "6840", "45000", "119999", "120000", "120001", "410400000"),
          List.of("0", "1", "7", "45", "120", "121", "410400"),
          List.of(1, 500, 6840, 60_000, 120_000, 120_001, 410_400_000),
          90_000,
          0);

  static final Pace REAL =
      new Pace(
          4,
          List.of("1", "5", "20", "60", "410400000"),
          List.of("0", "1", "410400"),
          List.of(1, 10, 40, 410_400_000),
          60,
          400);
}
