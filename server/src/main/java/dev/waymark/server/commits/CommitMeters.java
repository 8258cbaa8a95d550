package dev.waymark.server.commits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts how well callers share transactions. */
@Singleton
final class CommitMeters {
  private final DistributionSummary members;
  private final Counter apart;

  CommitMeters(MeterRegistry meters) {
    members =
        DistributionSummary.builder("waymark.commits.members")
            .description("Callers that shared a transaction.")
            .register(meters);
    apart =
        Counter.builder("waymark.commits.apart")
            .description("Transactions that failed and whose callers were tried one by one.")
            .register(meters);
  }

  void committed(int count) {
    members.record(count);
  }

  void takenApart() {
    apart.increment();
  }
}
