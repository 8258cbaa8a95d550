package dev.waymark.server.metrics;

import dev.waymark.server.contract.AnsweredCall;
import dev.waymark.server.contract.AnsweredCalls;
import dev.waymark.server.contract.Operation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts answers by operation, status and code, and times them by operation. There are as many of
 * each as the contract has outcomes, whatever callers send.
 */
@Singleton
final class AnswerMeters implements AnsweredCalls {
  private static final String NONE = "none";
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(60)
  };

  private final MeterRegistry meters;
  private final Map<Outcome, Counter> answers = new ConcurrentHashMap<>();
  private final Map<String, Timer> durations = new ConcurrentHashMap<>();

  AnswerMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  private record Outcome(String operation, int status, String code) {}

  @Override
  public void answered(AnsweredCall answered) {
    String operation = answered.call().operation().map(Operation::id).orElse(NONE);
    Outcome outcome = new Outcome(operation, answered.status(), answered.code().orElse(NONE));
    answers.computeIfAbsent(outcome, this::counter).increment();
    durations.computeIfAbsent(operation, this::timer).record(answered.took());
  }

  private Counter counter(Outcome outcome) {
    return Counter.builder("waymark.answers")
        .description("Answers, by operation, HTTP status and error code.")
        .tag("operation", outcome.operation())
        .tag("status", Integer.toString(outcome.status()))
        .tag("code", outcome.code())
        .register(meters);
  }

  private Timer timer(String operation) {
    return Timer.builder("waymark.answer.duration")
        .description("Time from a call's coming to its answer.")
        .tag("operation", operation)
        .serviceLevelObjectives(BUCKETS)
        .register(meters);
  }
}
