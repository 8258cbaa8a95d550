package dev.waymark.client;

import dev.waymark.generated.client.api.KeysApi;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Over HTTP, as the contract has it. */
final class HttpKeys implements Keys {

  private final Calls calls;
  private final Supplier<UUID> freshKeys;

  HttpKeys(Calls calls, Supplier<UUID> freshKeys) {
    this.calls = calls;
    this.freshKeys = freshKeys;
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
    return page(query, query.cursor());
  }

  @Override
  public Stream<Key> stream(PageQuery query) {
    return Pages.from(query.cursor(), cursor -> page(query, cursor));
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

  private Page<Key> page(PageQuery query, Optional<String> cursor) {
    return calls.run(
        KeysApi.listKeys(query.pageSize().orElse(null), cursor.orElse(null), null),
        page -> Page.of(page.getData(), page.getNextCursor(), Key::from));
  }
}
