package dev.waymark.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Starts, prices, looks up, awaits and cancels generations. See {@link Generations}, whose methods
 * these are.
 */
public final class AsyncGenerations {

  private final Generations generations;
  private final AsyncCalls calls;

  AsyncGenerations(Generations generations, AsyncCalls calls) {
    this.generations = generations;
    this.calls = calls;
  }

  /** See {@link Generations#start(GenerationRequest)}. */
  public CompletableFuture<Generation> start(GenerationRequest request) {
    return calls.start(() -> generations.start(request));
  }

  /** See {@link Generations#start(GenerationRequest, StartOptions)}. */
  public CompletableFuture<Generation> start(GenerationRequest request, StartOptions options) {
    return calls.start(() -> generations.start(request, options));
  }

  /** See {@link Generations#quote(GenerationRequest)}. */
  public CompletableFuture<Quote> quote(GenerationRequest request) {
    return calls.start(() -> generations.quote(request));
  }

  /** See {@link Generations#get(String)}. */
  public CompletableFuture<Generation> get(String id) {
    return calls.start(() -> generations.get(id));
  }

  /** See {@link Generations#list()}. */
  public CompletableFuture<Page<Generation>> list() {
    return calls.start(() -> generations.list());
  }

  /** See {@link Generations#list(GenerationQuery)}. */
  public CompletableFuture<Page<Generation>> list(GenerationQuery query) {
    return calls.start(() -> generations.list(query));
  }

  /** See {@link Generations#cancel(String)}. */
  public CompletableFuture<Generation> cancel(String id) {
    return calls.start(() -> generations.cancel(id));
  }

  /** See {@link Generations#cancel(Generation)}. */
  public CompletableFuture<Generation> cancel(Generation generation) {
    return calls.start(() -> generations.cancel(generation));
  }

  /** See {@link Generations#await(String, Duration)}. */
  public CompletableFuture<CompletedGeneration> await(String id, Duration limit) {
    return calls.start(() -> generations.await(id, limit));
  }

  /** See {@link Generations#await(Generation, Duration)}. */
  public CompletableFuture<CompletedGeneration> await(Generation generation, Duration limit) {
    return calls.start(() -> generations.await(generation, limit));
  }

  /** See {@link Generations#run(GenerationRequest, Duration)}. */
  public CompletableFuture<CompletedGeneration> run(GenerationRequest request, Duration limit) {
    return calls.start(() -> generations.run(request, limit));
  }

  /** See {@link Generations#run(GenerationRequest, StartOptions, Duration)}. */
  public CompletableFuture<CompletedGeneration> run(
      GenerationRequest request, StartOptions options, Duration limit) {
    return calls.start(() -> generations.run(request, options, limit));
  }
}
