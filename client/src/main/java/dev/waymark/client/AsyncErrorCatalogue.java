package dev.waymark.client;

import java.util.concurrent.CompletableFuture;

/** The server's error catalogue, as data. See {@link ErrorCatalogue}, whose methods these are. */
public final class AsyncErrorCatalogue {

  private final ErrorCatalogue errors;
  private final AsyncCalls calls;

  AsyncErrorCatalogue(ErrorCatalogue errors, AsyncCalls calls) {
    this.errors = errors;
    this.calls = calls;
  }

  /** See {@link ErrorCatalogue#list()}. */
  public CompletableFuture<Page<ErrorDescription>> list() {
    return calls.start(() -> errors.list());
  }

  /** See {@link ErrorCatalogue#list(PageQuery)}. */
  public CompletableFuture<Page<ErrorDescription>> list(PageQuery query) {
    return calls.start(() -> errors.list(query));
  }

  /** See {@link ErrorCatalogue#get(String)}. */
  public CompletableFuture<ErrorDescription> get(String code) {
    return calls.start(() -> errors.get(code));
  }
}
