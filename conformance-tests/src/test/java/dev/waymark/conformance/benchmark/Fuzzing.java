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
  private static final String[] BOUNDS = {"--max-examples=10"};
  private static final Duration TICK = Duration.ofMillis(200);

  private final Subject subject;
  private final SubjectBehind behind;

  Fuzzing(Subject subject, SubjectBehind behind) {
    this.subject = subject;
    this.behind = behind;
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
              () -> subject.time().pass(TICK), 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
      FuzzReport report =
          Schemathesis.named("benchmark")
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

  /** Which check failed at which operation. */
  private static Set<String> found(FuzzReport report) {
    Set<String> found = new TreeSet<>();
    for (String kind : new String[] {"failures", "errors"}) {
      for (JsonNode failure : report.json().path(kind)) {
        found.add(label(failure));
      }
    }
    if (found.isEmpty() && report.outcome().exitCode() != 0) {
      found.add("exit code " + report.outcome().exitCode());
    }
    return found;
  }

  private static String label(JsonNode failure) {
    String operation = failure.path("operation").asText(failure.path("label").asText());
    String what = failure.path("check").asText(failure.path("title").asText());
    return (operation + " " + what).strip();
  }
}
