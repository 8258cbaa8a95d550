package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.subject.Subject;

/** A server of its own, with all that is tried on it. One mutant at a time. */
record Station(Subject subject, KitRun kit, Fuzzing fuzzing) implements AutoCloseable {
  static Station open(int number) {
    Subject subject = KitRun.server();
    KitRun kit = new KitRun(subject);
    return new Station(subject, kit, new Fuzzing(subject, kit.behind(), "benchmark-" + number));
  }

  @Override
  public void close() {
    subject.close();
  }
}
