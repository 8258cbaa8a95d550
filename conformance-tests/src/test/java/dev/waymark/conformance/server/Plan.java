package dev.waymark.conformance.server;

/** The limits of every key of a server under test. */
public record Plan(int callsPerMinute, int concurrentGenerations, long creditsPerCycle) {

  /** Nothing that a test does comes near it. */
  public static final Plan WITHOUT_PRACTICAL_LIMITS = new Plan(1_000_000, 100_000, 1_000_000_000L);

  /**
   * The plans of a server, in the form of its plans file; both keys of a first start get this one.
   */
  String file() {
    String limits =
        "calls_per_minute: %d, concurrent_generations: %d, credits_per_cycle: %d"
            .formatted(callsPerMinute, concurrentGenerations, creditsPerCycle);
    return """
    plans:
      - { slug: free, name: Free, api: false }
      - { slug: standard, name: Standard, api: false }
      - { slug: pro, name: Pro, api: true, %1$s }
      - { slug: ultimate, name: Ultimate, api: true, %1$s }
    """
        .formatted(limits);
  }
}
