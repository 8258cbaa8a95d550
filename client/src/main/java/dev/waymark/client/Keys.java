package dev.waymark.client;

import java.util.stream.Stream;

/** Makes, changes and revokes the account's keys. */
public interface Keys {

  /**
   * Makes a key. Called twice, it makes two; whatever happens on the way, one call makes one at
   * most, as all its attempts carry the same idempotency key.
   */
  NewKey create(KeyRequest request);

  /**
   * Makes a key once: within 24 hours, the same request with the same idempotency key and the same
   * API key gives the first answer again, the secret included.
   */
  NewKey create(KeyRequest request, String idempotencyKey);

  /** The newest keys, a page of them; revoked ones included. */
  default Page<Key> list() {
    return list(PageQuery.all());
  }

  /** One page. */
  Page<Key> list(PageQuery query);

  /** The entries of all pages from the query's on. A page is fetched when the stream gets to it. */
  Stream<Key> stream(PageQuery query);

  /** {@link InvalidRequestException} with {@code KEY_NOT_FOUND} when there is no such key. */
  Key get(String id);

  /** Changes what a key may do, at once. Called twice, it answers the same. */
  Key update(String id, KeyChange change);

  /** Ends a key for good, at once. Called twice, it answers the same. */
  Key revoke(String id);
}
