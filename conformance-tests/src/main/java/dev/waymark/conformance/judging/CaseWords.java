package dev.waymark.conformance.judging;

import dev.waymark.conformance.faults.Step;
import java.util.ArrayList;
import java.util.List;

/** A case as a person reads it who wants to know what happens in it. */
public final class CaseWords {
  private CaseWords() {}

  /** What is asked for, and what meets each attempt; the first line begins with its name. */
  public static List<String> of(ClientCase one) {
    List<String> lines = new ArrayList<>();
    lines.add("%s: %s".formatted(one.name(), one.script().about()));
    one.asks().forEach(ask -> lines.add("  " + asked(ask)));
    List<Step> steps = one.script().steps();
    for (int number = 1; number <= steps.size(); number++) {
      boolean isLast = number == steps.size();
      lines.add(
          "  %d. %s%s"
              .formatted(
                  number,
                  steps.get(number - 1).shown(),
                  isLast ? "; the same for all that follow" : ""));
    }
    return lines;
  }

  private static String asked(Ask ask) {
    return "%s, at most %d attempts within %.1f s%s%s"
        .formatted(
            ask.operation().id(),
            ask.attempts(),
            ask.deadline().toMillis() / 1000.0,
            ask.idempotencyKey().map(key -> ", with the Idempotency-Key " + key).orElse(""),
            ask.stopAfter()
                .map(time -> ", to be stopped after %.1f s".formatted(time.toMillis() / 1000.0))
                .orElse(""));
  }

  /** What is let pass in cases that run in real time. */
  public static String tolerance() {
    Pace pace = Pace.REAL;
    return "An attempt may come %d ms before the wait that was named is over; one that comes later"
            .formatted(pace.early().toMillis())
        + " than twice the wait and %d ms is a WARN. A call may end %d s after its deadline."
            .formatted(pace.late().toMillis(), pace.grace().toSeconds());
  }
}
