package dev.waymark.client;

import java.util.concurrent.CompletableFuture;

/** Makes, changes and revokes the account's keys. See {@link Keys}, whose methods these are. */
public final class AsyncKeys {

  private final Keys keys;
  private final AsyncCalls calls;

  AsyncKeys(Keys keys, AsyncCalls calls) {
    this.keys = keys;
    this.calls = calls;
  }

  /** See {@link Keys#create(KeyRequest)}. */
  public CompletableFuture<NewKey> create(KeyRequest request) {
    return calls.start(() -> keys.create(request));
  }

  /** See {@link Keys#create(KeyRequest, String)}. */
  public CompletableFuture<NewKey> create(KeyRequest request, String idempotencyKey) {
    return calls.start(() -> keys.create(request, idempotencyKey));
  }

  /** See {@link Keys#list()}. */
  public CompletableFuture<Page<Key>> list() {
    return calls.start(() -> keys.list());
  }

  /** See {@link Keys#list(PageQuery)}. */
  public CompletableFuture<Page<Key>> list(PageQuery query) {
    return calls.start(() -> keys.list(query));
  }

  /** See {@link Keys#get(String)}. */
  public CompletableFuture<Key> get(String id) {
    return calls.start(() -> keys.get(id));
  }

  /** See {@link Keys#update(String, KeyChange)}. */
  public CompletableFuture<Key> update(String id, KeyChange change) {
    return calls.start(() -> keys.update(id, change));
  }

  /** See {@link Keys#revoke(String)}. */
  public CompletableFuture<Key> revoke(String id) {
    return calls.start(() -> keys.revoke(id));
  }
}
