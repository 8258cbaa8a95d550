package dev.waymark.client;

import dev.waymark.client.transport.Connections;

/**
 * A Waymark server, called with one key. Made by {@link #builder()}; safe for use by many threads,
 * and meant to be made once and kept, for it keeps connections open.
 */
public final class WaymarkClient implements AutoCloseable {

  private final Connections connections;
  private final RunningCalls running;
  private final Surface surface;
  private final AsyncCalls asyncCalls;
  private final AsyncWaymark async;

  WaymarkClient(
      Connections connections, RunningCalls running, Surface surface, AsyncCalls asyncCalls) {
    this.connections = connections;
    this.running = running;
    this.surface = surface;
    this.asyncCalls = asyncCalls;
    this.async = new AsyncWaymark(surface, asyncCalls);
  }

  public static WaymarkClientBuilder builder() {
    return new WaymarkClientBuilder();
  }

  /** Start, price, look up, await and cancel. */
  public Generations generations() {
    return surface.generations();
  }

  /** Download. */
  public Outputs outputs() {
    return surface.outputs();
  }

  /** What can be generated, and at which price. */
  public Models models() {
    return surface.models();
  }

  /** Plan, credits, limits and transactions. */
  public Accounts account() {
    return surface.account();
  }

  /** The account's keys. */
  public Keys keys() {
    return surface.keys();
  }

  /** Accounts and their credits, for operators. */
  public Admin admin() {
    return surface.admin();
  }

  /** Look up the account's own calls. */
  public Requests requests() {
    return surface.requests();
  }

  /** The error catalogue, as data. */
  public ErrorCatalogue errors() {
    return surface.errors();
  }

  /** The error catalogue, as pages. */
  public Docs docs() {
    return surface.docs();
  }

  /** How the server is doing, for operators. */
  public Metrics metrics() {
    return surface.metrics();
  }

  /** All of this for callers that do not wait. */
  public AsyncWaymark async() {
    return async;
  }

  /**
   * The end: later calls are an {@link IllegalStateException}. Waits for the calls in flight, which
   * their timeouts and limits end, ends the client's threads and closes the connections; before
   * Java 21 these close by themselves once the client is no longer used. From Java 21 on it waits
   * for opened outputs too, until they are read, closed or out of time. Called twice, it does
   * nothing more.
   *
   * <p>An interrupt ends the waiting. Asynchronous calls are broken off then. Blocking ones of
   * other threads, and opened outputs, lose their connections from Java 21 on; on Java 17 they may
   * end what they have under way. No call makes another attempt: it ends with what is known by
   * then, as a {@link WaymarkException}.
   */
  @Override
  public void close() {
    try {
      running.close();
    } catch (InterruptedException interrupt) {
      asyncCalls.breakOff();
      Thread.currentThread().interrupt();
    }
    asyncCalls.close();
    connections.close();
  }

  @Override
  public String toString() {
    return "WaymarkClient[" + connections.baseUrl() + "]";
  }
}
