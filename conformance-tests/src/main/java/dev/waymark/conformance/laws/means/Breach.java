package dev.waymark.conformance.laws.means;

import dev.waymark.conformance.wire.Exchange;
import java.util.List;

/** A rule was seen broken. */
public final class Breach extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String rule;
  private final transient List<Exchange> evidence;

  public Breach(String rule, String how, Exchange... evidence) {
    this(rule, how, List.of(evidence));
  }

  public Breach(String rule, String how, List<Exchange> evidence) {
    super(how);
    this.rule = rule;
    this.evidence = List.copyOf(evidence);
  }

  public String rule() {
    return rule;
  }

  /** The calls that show it. */
  public List<Exchange> evidence() {
    return evidence;
  }

  /** Nothing where it holds. */
  public static void unless(boolean holds, String rule, String how, Exchange... evidence) {
    if (!holds) {
      throw new Breach(rule, how, evidence);
    }
  }

  /** Nothing where both are the same. */
  public static void unlessSame(
      String rule, String what, Object owed, Object seen, Exchange... evidence) {
    unless(
        owed.equals(seen), rule, "%s is %s and should be %s".formatted(what, seen, owed), evidence);
  }
}
