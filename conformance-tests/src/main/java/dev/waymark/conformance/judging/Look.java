package dev.waymark.conformance.judging;

import dev.waymark.conformance.verdicts.Verdict;

/** What one case shows of one obligation. */
record Look(String obligation, Verdict verdict, String text) {
  static Look kept(String obligation, String text) {
    return new Look(obligation, Verdict.PASS, text);
  }

  static Look broken(String obligation, String text) {
    return new Look(obligation, Verdict.FAIL, text);
  }

  /** Of what one should do. */
  static Look poor(String obligation, String text) {
    return new Look(obligation, Verdict.WARN, text);
  }

  static Look of(String obligation, boolean isKept, String how, String otherwise) {
    return isKept ? kept(obligation, how) : broken(obligation, otherwise);
  }
}
