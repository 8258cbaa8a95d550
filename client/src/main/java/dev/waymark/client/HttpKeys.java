package dev.waymark.client;

import dev.waymark.generated.client.api.KeysApi;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Over HTTP, as the contract has it. */
final class HttpKeys implements Keys {

  private final Calls calls;
  private final Listing<Key> pages;
  private final Supplier<UUID> freshKeys;

  HttpKeys(Calls calls, Supplier<UUID> freshKeys) {
    this.calls = calls;
    this.freshKeys = freshKeys;
    this.pages =
        new Listing<>((size, cursor) ->
            calls.run(
                KeysApi.listKeys(size, cursor, null),
                page -> Page.of(page.getData(), page.getNextCursor(), Key::from)));
  }

  @Override
  public NewKey create(KeyRequest request) {
    return create(request, freshKeys.get().toString());
  }

  @Override
  public NewKey create(KeyRequest request, String idempotencyKey) {
    return calls.run(
        KeysApi.createKey(request.toWire(), IdempotencyKey.valid(idempotencyKey), null),
        NewKey::from);
  }

  @Override
  public Page<Key> list(PageQuery query) {
    return pages.page(query);
  }

  @Override
  public Stream<Key> stream(PageQuery query) {
    return pages.stream(query);
  }

  @Override
  public Key get(String id) {
    return calls.run(KeysApi.getKey(Required.id(id, "key"), null), Key::from);
  }

  @Override
  public Key update(String id, KeyChange change) {
    return calls.run(KeysApi.updateKey(Required.id(id, "key"), change.toWire(), null), Key::from);
  }

  @Override
  public Key revoke(String id) {
    return calls.run(KeysApi.revokeKey(Required.id(id, "key"), null), Key::from);
  }
}
