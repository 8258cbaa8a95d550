package dev.waymark.client;

import dev.waymark.client.transport.Connections;

/**
 * A Waymark server, called with one key. Made by {@link #builder()}; safe for use by many threads,
 * and meant to be made once and kept, for it keeps connections open.
 */
public final class WaymarkClient implements AutoCloseable {

  private final Connections connections;
  private final Generations generations;
  private final Outputs outputs;
  private final Models models;
  private final Accounts account;

  WaymarkClient(
      Connections connections,
      Generations generations,
      Outputs outputs,
      Models models,
      Accounts account) {
    this.connections = connections;
    this.generations = generations;
    this.outputs = outputs;
    this.models = models;
    this.account = account;
  }

  public static WaymarkClientBuilder builder() {
    return new WaymarkClientBuilder();
  }

  /** Start, price, look up, await and cancel. */
  public Generations generations() {
    return generations;
  }

  /** Download. */
  public Outputs outputs() {
    return outputs;
  }

  /** What can be generated, and at which price. */
  public Models models() {
    return models;
  }

  /** Plan, credits and limits. */
  public Accounts account() {
    return account;
  }

  /**
   * The end: later calls are an {@link IllegalStateException}. Waits for the calls in flight, which
   * their timeouts end, and closes the connections; before Java 21 these close by themselves once
   * the client is no longer used.
   */
  @Override
  public void close() {
    connections.close();
  }

  @Override
  public String toString() {
    return "WaymarkClient[" + connections.baseUrl() + "]";
  }
}
