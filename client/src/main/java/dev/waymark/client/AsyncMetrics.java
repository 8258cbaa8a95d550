package dev.waymark.client;

import java.util.concurrent.CompletableFuture;

/** How the server itself is doing. For operators. See {@link Metrics}, whose methods these are. */
public final class AsyncMetrics {

  private final Metrics metrics;
  private final AsyncCalls calls;

  AsyncMetrics(Metrics metrics, AsyncCalls calls) {
    this.metrics = metrics;
    this.calls = calls;
  }

  /** See {@link Metrics#text()}. */
  public CompletableFuture<String> text() {
    return calls.start(() -> metrics.text());
  }
}
