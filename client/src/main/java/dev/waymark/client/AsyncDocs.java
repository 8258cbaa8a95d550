package dev.waymark.client;

import java.util.concurrent.CompletableFuture;

/** The error catalogue as pages for people, in HTML. See {@link Docs}, whose methods these are. */
public final class AsyncDocs {

  private final Docs docs;
  private final AsyncCalls calls;

  AsyncDocs(Docs docs, AsyncCalls calls) {
    this.docs = docs;
    this.calls = calls;
  }

  /** See {@link Docs#errors()}. */
  public CompletableFuture<String> errors() {
    return calls.start(() -> docs.errors());
  }

  /** See {@link Docs#error(String)}. */
  public CompletableFuture<String> error(String code) {
    return calls.start(() -> docs.error(code));
  }
}
