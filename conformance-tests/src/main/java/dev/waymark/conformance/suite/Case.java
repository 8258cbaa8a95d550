package dev.waymark.conformance.suite;

import java.util.Set;

/**
 * Brings something about and says what it found. A case makes the accounts that it needs, so that
 * cases can run beside each other, and again.
 */
public interface Case {
  /** For people: what is brought about, in a few words. */
  String name();

  /** The ids of the obligations that it looks at. What it leaves open is UNREACHED. */
  Set<String> decides();

  /** The ids of the obligations without which it means nothing: broken, they make it SKIP. */
  default Set<String> restsOn() {
    return Set.of();
  }

  /**
   * Everything that is sent through the bench is judged as it comes; what only this case can know
   * it tells the bench.
   *
   * @throws Unable if something fails that it is not about: SKIP
   * @throws Unreachable if it cannot be brought about here: UNREACHED
   * @throws Broken if what it is about is broken: FAIL
   * @throws RuntimeException anything else is an error of the kit: HARNESS-ERROR
   */
  void run(Bench bench);
}
