package dev.waymark.client;

/** How the server itself is doing. For operators: the key needs the scope {@code operator}. */
public interface Metrics {

  /** Counters and gauges as of now, in the Prometheus text format. */
  String text();
}
