package dev.waymark.conformance.suite;

import dev.waymark.conformance.verdicts.Findings;

/** Hears of a run while it goes on. Called from many threads. */
public interface Progress {
  /** Says nothing to anybody. */
  Progress SILENT =
      new Progress() {
        @Override
        public void begun(int cases) {}

        @Override
        public void started(Case one) {}

        @Override
        public void ended(Case one, Findings soFar) {}
      };

  void begun(int cases);

  void started(Case one);

  void ended(Case one, Findings soFar);
}
