package dev.waymark.client;

import dev.waymark.generated.client.api.MetricsApi;
import java.util.function.Function;

/** Over HTTP, as the contract has it. */
final class HttpMetrics implements Metrics {

  private final Calls calls;

  HttpMetrics(Calls calls) {
    this.calls = calls;
  }

  @Override
  public String text() {
    return calls.run(MetricsApi.getMetrics(null), Function.identity());
  }
}
