package dev.waymark.client;

import java.util.concurrent.CompletableFuture;

/** Looks up the account's own calls. See {@link Requests}, whose methods these are. */
public final class AsyncRequests {

  private final Requests requests;
  private final AsyncCalls calls;

  AsyncRequests(Requests requests, AsyncCalls calls) {
    this.requests = requests;
    this.calls = calls;
  }

  /** See {@link Requests#get(String)}. */
  public CompletableFuture<RequestRecord> get(String id) {
    return calls.start(() -> requests.get(id));
  }

  /** See {@link Requests#list()}. */
  public CompletableFuture<Page<RequestRecord>> list() {
    return calls.start(() -> requests.list());
  }

  /** See {@link Requests#list(RequestQuery)}. */
  public CompletableFuture<Page<RequestRecord>> list(RequestQuery query) {
    return calls.start(() -> requests.list(query));
  }
}
