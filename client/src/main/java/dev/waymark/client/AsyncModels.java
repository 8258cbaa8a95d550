package dev.waymark.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What can be generated, with which parameters and at which price. See {@link Models}, whose
 * methods these are.
 */
public final class AsyncModels {

  private final Models models;
  private final AsyncCalls calls;

  AsyncModels(Models models, AsyncCalls calls) {
    this.models = models;
    this.calls = calls;
  }

  /** See {@link Models#list()}. */
  public CompletableFuture<List<Model>> list() {
    return calls.start(() -> models.list());
  }

  /** See {@link Models#get(String)}. */
  public CompletableFuture<Model> get(String slug) {
    return calls.start(() -> models.get(slug));
  }
}
