package dev.waymark.client;

import dev.waymark.client.retry.CallListener;
import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.client.retry.Time;
import dev.waymark.client.transport.Exchange;
import java.time.Duration;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Opens the builder's seams to the tests in other packages. */
public final class Seams {

  private final WaymarkClientBuilder builder;

  public Seams(String baseUrl, String key, RetryPolicy policy, Duration timeout) {
    this.builder =
        WaymarkClient.builder()
            .baseUrl(baseUrl)
            .key(key)
            .retryPolicy(policy)
            .requestTimeout(timeout);
  }

  public Seams time(Time time, DoubleSupplier random) {
    builder.time(time).random(random);
    return this;
  }

  public Seams exchange(Exchange exchange) {
    builder.exchange(exchange);
    return this;
  }

  public Seams freshIds(Supplier<UUID> freshIds) {
    builder.freshIds(freshIds);
    return this;
  }

  public Seams listener(CallListener listener) {
    builder.listener(listener);
    return this;
  }

  public WaymarkClient client() {
    return builder.build();
  }
}
