package dev.waymark.server.metrics;

import dev.waymark.generated.server.api.MetricsApi;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;

/** Translates the operation that reads the metrics. */
@Controller
final class MetricsController implements MetricsApi {
  /** The text format by its version, as those who collect it want it told. */
  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry meters;

  MetricsController(PrometheusMeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public HttpResponse<String> getMetrics(@Nullable String testError) {
    return HttpResponse.ok(meters.scrape(FORMAT)).contentType(FORMAT);
  }
}
