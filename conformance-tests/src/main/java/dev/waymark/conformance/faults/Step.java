package dev.waymark.conformance.faults;

/** What meets one attempt. */
public sealed interface Step permits Reply, Silence {
  /** In a few words, for a timeline. */
  String shown();
}
