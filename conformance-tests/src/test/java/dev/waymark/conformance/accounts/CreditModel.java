package dev.waymark.conformance.accounts;

import java.util.ArrayDeque;
import java.util.Deque;

/** What an account ought to have, of granted credits and of added ones. */
final class CreditModel {
  private final long grant;
  private long granted;
  private long added;

  /** Of each hold in flight, newest first, what it took of the granted and of the added ones. */
  private final Deque<long[]> holds = new ArrayDeque<>();

  CreditModel(long grant) {
    this.grant = grant;
    this.granted = grant;
  }

  long balance() {
    return granted + added;
  }

  long added() {
    return added;
  }

  /** Granted credits are spent first. */
  void hold(long credits) {
    long fromGranted = Math.min(granted, credits);
    holds.push(new long[] {fromGranted, credits - fromGranted});
    granted -= fromGranted;
    added -= credits - fromGranted;
  }

  void settle() {
    holds.pop();
  }

  void release() {
    long[] hold = holds.pop();
    granted += hold[0];
    added += hold[1];
  }

  /** What is taken comes from the granted ones first. */
  void change(long credits) {
    if (credits > 0) {
      added += credits;
    } else {
      long fromGranted = Math.min(granted, -credits);
      granted -= fromGranted;
      added += credits + fromGranted;
    }
  }

  void cycle() {
    granted = grant;
  }
}
