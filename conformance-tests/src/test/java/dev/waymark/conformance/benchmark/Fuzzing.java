package dev.waymark.conformance.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.filter.FilterProxy;
import dev.waymark.conformance.filter.Recorder;
import dev.waymark.conformance.fuzz.FuzzReport;
import dev.waymark.conformance.fuzz.Schemathesis;
import dev.waymark.conformance.mutants.Mutant;
import dev.waymark.conformance.server.Caller;
import dev.waymark.conformance.subject.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Schemathesis against our server behind a filter, with few examples and always the same ones. */
final class Fuzzing {
  private static final String[] BOUNDS = {"--max-examples=2"};
  private static final long TICK_MILLIS = 200;

  /** Ten times as fast as its calls come, so that no key of theirs meets its limit. */
  private static final Duration PASSING = Duration.ofSeconds(2);

  private final Subject subject;
  private final SubjectBehind behind;
  private final String run;

  /**
   * Schemathesis against this server.
   *
   * @param run where its files are kept
   */
  Fuzzing(Subject subject, SubjectBehind behind, String run) {
    this.subject = subject;
    this.behind = behind;
    this.run = run;
  }

  record Outcome(Set<String> found, Duration took) {}

  Outcome of(Mutant mutant) {
    Instant begun = Instant.now();
    // Its calls wait for answers that wait for time to pass.
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        FilterProxy proxy =
            FilterProxy.before(
                subject.server().uri(), mutant.filter().get(), behind, Recorder.NONE)) {
      ScheduledFuture<?> passing =
          clock.scheduleAtFixedRate(
              () -> subject.time().pass(PASSING), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
      FuzzReport report =
          Schemathesis.named(run)
              .run(
                  proxy.uri(),
                  new Caller(subject.server().uri(), subject.tenant("wide").key()),
                  new Caller(
                      subject.server().uri(), subject.tenant("wide").withOperatorKey().key()),
                  BOUNDS);
      passing.cancel(true);
      return new Outcome(found(report), Duration.between(begun, Instant.now()));
    }
  }

  /** Which check failed at which operation; what is not about operations counts as it is told. */
  private static Set<String> found(FuzzReport report) {
    Set<String> found = new TreeSet<>();
    for (String kind : new String[] {"failures", "errors"}) {
      for (JsonNode failure : report.json().path(kind)) {
        String title = failure.path("title").asText(failure.path("type").asText(kind));
        failure.path("operations").forEach(at -> found.add(title + ": " + at.asText()));
        if (failure.path("operations").isEmpty()) {
          found.add(title);
        }
      }
    }
    if (found.isEmpty() && report.outcome().exitCode() != 0) {
      found.add("exit code " + report.outcome().exitCode());
    }
    return found;
  }
}
