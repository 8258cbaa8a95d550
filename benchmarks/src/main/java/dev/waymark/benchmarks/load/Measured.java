package dev.waymark.benchmarks.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** What one run has shown. */
public record Measured(Duration time, Histogram latencies) {
  public long count() {
    return latencies.getTotalCount();
  }

  public double perSecond() {
    return count() / (time.toNanos() / 1e9);
  }

  public double millis(double percentile) {
    return latencies.getValueAtPercentile(percentile) / 1e6;
  }
}
