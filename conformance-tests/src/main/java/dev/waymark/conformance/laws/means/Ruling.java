package dev.waymark.conformance.laws.means;

import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.wire.Exchange;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a law says of its rules. */
public final class Ruling {
  private final Bench bench;
  private final Set<String> decides;
  private final Set<String> spokenOf = ConcurrentHashMap.newKeySet();

  public Ruling(Bench bench, Set<String> decides) {
    this.bench = bench;
    this.decides = Set.copyOf(decides);
  }

  public Bench bench() {
    return bench;
  }

  /** The rules that are to be ruled on. */
  public Set<String> decides() {
    return decides;
  }

  public void kept(String rule, String how, Exchange... evidence) {
    say(rule, true, how, List.of(evidence));
  }

  /** Also of a rule that was not to be ruled on: what is seen broken is broken. */
  public void broken(String rule, String how, List<Exchange> evidence) {
    spokenOf.add(rule);
    bench.law(rule, false, how, evidence.toArray(new Exchange[0]));
  }

  /** Kept if it holds. */
  public void on(String rule, boolean holds, String what, Exchange... evidence) {
    say(rule, holds, holds ? what : "not so: " + what, List.of(evidence));
  }

  /** Kept if both are the same. */
  public void same(String rule, String what, Object owed, Object seen, Exchange... evidence) {
    boolean holds = owed.equals(seen);
    String text = holds ? what + " is " + owed : what + " is " + seen + " and should be " + owed;
    say(rule, holds, text, List.of(evidence));
  }

  /** Every rule that was not spoken of yet is kept. */
  public void restIsKept(String how) {
    decides.stream()
        .filter(rule -> !spokenOf.contains(rule))
        .sorted()
        .forEach(rule -> kept(rule, how));
  }

  void restIsBroken(String how) {
    decides.stream()
        .filter(rule -> !spokenOf.contains(rule))
        .sorted()
        .forEach(rule -> broken(rule, how, List.of()));
  }

  private void say(String rule, boolean isKept, String text, List<Exchange> evidence) {
    if (!decides.contains(rule)) {
      throw new IllegalArgumentException("This case does not decide " + rule);
    }
    spokenOf.add(rule);
    bench.law(rule, isKept, text, evidence.toArray(new Exchange[0]));
  }
}
