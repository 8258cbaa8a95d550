package dev.waymark.conformance.command;

import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.reports.Sentences;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.suite.Progress;
import dev.waymark.conformance.verdicts.Findings;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells while it goes on: on a terminal one line that is written over, elsewhere a line from time
 * to time.
 */
final class LiveProgress implements Progress {
  private static final Duration LIVE = Duration.ofMillis(100);
  private static final Duration PLAIN = Duration.ofSeconds(10);
  private static final int WIDTH = 100;

  private final Set<String> wanted;
  private final PrintStream to;
  private final boolean isTerminal;
  private final InstantSource time;
  private int all;
  private int done;
  private Instant begun = Instant.EPOCH;
  private Instant told = Instant.EPOCH;

  /** Counts nothing but what is wanted, as the report does. */
  LiveProgress(Surroundings surroundings, List<Obligation> owed) {
    this.wanted = owed.stream().map(Obligation::id).collect(Collectors.toSet());
    this.to = surroundings.err();
    this.isTerminal = surroundings.isTerminal();
    this.time = surroundings.time();
  }

  @Override
  public synchronized void begun(int cases) {
    all += cases;
    begun = time.instant();
    told = begun;
    to.printf("%s to run%n", Sentences.counted(cases, "case"));
  }

  @Override
  public synchronized void started(Case one) {
    if (isTerminal && isTime(LIVE)) {
      tell(done + "/" + all + "  " + one.name());
    }
  }

  @Override
  public synchronized void ended(Case one, Findings soFar) {
    done++;
    if (done == all || isTime(isTerminal ? LIVE : PLAIN)) {
      String counts =
          soFar.counts(wanted).entrySet().stream()
              .sorted(java.util.Map.Entry.comparingByKey())
              .map(count -> Sentences.word(count.getKey()) + " " + count.getValue())
              .collect(Collectors.joining("  "));
      tell("%d/%d  %s  %s".formatted(done, all, counts, done == all ? "" : one.name()));
    }
    if (done == all && isTerminal) {
      to.println();
    }
  }

  private boolean isTime(Duration pause) {
    return !time.instant().isBefore(told.plus(pause));
  }

  private void tell(String text) {
    told = time.instant();
    long seconds = Duration.between(begun, told).toSeconds();
    String line = "%3d s  %s".formatted(seconds, text.strip());
    if (isTerminal) {
      // Back to the line's begin, and nothing left of what stood there.
      to.print("\r\033[K" + line.substring(0, Math.min(line.length(), WIDTH)));
      to.flush();
    } else {
      to.println(line);
    }
  }
}
