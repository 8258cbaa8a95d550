package dev.waymark.client;

import java.util.concurrent.CompletableFuture;

/**
 * The same client for callers that do not wait: methods of the same names, which give a {@link
 * CompletableFuture} at once. Each call runs on a thread of its own, a virtual one from Java 21 on,
 * else a daemon; what is chained to its future without an executor runs there too.
 *
 * <p>What the blocking method would throw completes the future. Whoever cancels the future, or
 * completes it otherwise ({@link CompletableFuture#orTimeout}), ends the call at once: a request on
 * its way is given up, and none follows. What the server was asked by then may go on. Futures
 * derived from it ({@link CompletableFuture#thenApply}) do not pass a cancellation on.
 */
public final class AsyncWaymark {

  private final AsyncGenerations generations;
  private final AsyncOutputs outputs;
  private final AsyncModels models;
  private final AsyncAccounts account;
  private final AsyncKeys keys;
  private final AsyncAdmin admin;
  private final AsyncRequests requests;
  private final AsyncErrorCatalogue errors;
  private final AsyncDocs docs;
  private final AsyncMetrics metrics;

  AsyncWaymark(Surface surface, AsyncCalls calls) {
    generations = new AsyncGenerations(surface.generations(), calls);
    outputs = new AsyncOutputs(surface.outputs(), calls);
    models = new AsyncModels(surface.models(), calls);
    account = new AsyncAccounts(surface.account(), calls);
    keys = new AsyncKeys(surface.keys(), calls);
    admin = new AsyncAdmin(surface.admin(), calls);
    requests = new AsyncRequests(surface.requests(), calls);
    errors = new AsyncErrorCatalogue(surface.errors(), calls);
    docs = new AsyncDocs(surface.docs(), calls);
    metrics = new AsyncMetrics(surface.metrics(), calls);
  }

  public AsyncGenerations generations() {
    return generations;
  }

  public AsyncOutputs outputs() {
    return outputs;
  }

  public AsyncModels models() {
    return models;
  }

  public AsyncAccounts account() {
    return account;
  }

  public AsyncKeys keys() {
    return keys;
  }

  public AsyncAdmin admin() {
    return admin;
  }

  public AsyncRequests requests() {
    return requests;
  }

  public AsyncErrorCatalogue errors() {
    return errors;
  }

  public AsyncDocs docs() {
    return docs;
  }

  public AsyncMetrics metrics() {
    return metrics;
  }
}
