package dev.waymark.client;

import dev.waymark.generated.client.api.AdminApi;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Over HTTP, as the contract has it. */
final class HttpAdmin implements Admin {

  private final Calls calls;
  private final Listing<ManagedAccount> pages;
  private final Supplier<UUID> freshKeys;

  HttpAdmin(Calls calls, Supplier<UUID> freshKeys) {
    this.calls = calls;
    this.freshKeys = freshKeys;
    this.pages =
        new Listing<>((size, cursor) ->
            calls.run(
                AdminApi.listAccounts(size, cursor, null),
                page -> Page.of(page.getData(), page.getNextCursor(), ManagedAccount::from)));
  }

  @Override
  public Page<ManagedAccount> list(PageQuery query) {
    return pages.page(query);
  }

  @Override
  public Stream<ManagedAccount> stream(PageQuery query) {
    return pages.stream(query);
  }

  @Override
  public NewAccount create(AccountRequest request) {
    return create(request, freshKeys.get().toString());
  }

  @Override
  public NewAccount create(AccountRequest request, String idempotencyKey) {
    return calls.run(
        AdminApi.createAccount(request.toWire(), IdempotencyKey.valid(idempotencyKey), null),
        NewAccount::from);
  }

  @Override
  public ManagedAccount get(String id) {
    return calls.run(AdminApi.readAccount(Required.id(id, "account"), null), ManagedAccount::from);
  }

  @Override
  public ManagedAccount update(String id, AccountChange change) {
    return calls.run(
        AdminApi.updateAccount(Required.id(id, "account"), change.toWire(), null),
        ManagedAccount::from);
  }

  @Override
  public Transaction changeCredits(String accountId, CreditChange change) {
    return changeCredits(accountId, change, freshKeys.get().toString());
  }

  @Override
  public Transaction changeCredits(String accountId, CreditChange change, String idempotencyKey) {
    return calls.run(
        AdminApi.changeCredits(
            Required.id(accountId, "account"),
            change.toWire(),
            IdempotencyKey.valid(idempotencyKey),
            null),
        Transaction::from);
  }
}
