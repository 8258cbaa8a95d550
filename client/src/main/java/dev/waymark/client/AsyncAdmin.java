package dev.waymark.client;

import java.util.concurrent.CompletableFuture;

/** Accounts and their credits. For operators. See {@link Admin}, whose methods these are. */
public final class AsyncAdmin {

  private final Admin admin;
  private final AsyncCalls calls;

  AsyncAdmin(Admin admin, AsyncCalls calls) {
    this.admin = admin;
    this.calls = calls;
  }

  /** See {@link Admin#list()}. */
  public CompletableFuture<Page<ManagedAccount>> list() {
    return calls.start(() -> admin.list());
  }

  /** See {@link Admin#list(PageQuery)}. */
  public CompletableFuture<Page<ManagedAccount>> list(PageQuery query) {
    return calls.start(() -> admin.list(query));
  }

  /** See {@link Admin#create(AccountRequest)}. */
  public CompletableFuture<NewAccount> create(AccountRequest request) {
    return calls.start(() -> admin.create(request));
  }

  /** See {@link Admin#create(AccountRequest, String)}. */
  public CompletableFuture<NewAccount> create(AccountRequest request, String idempotencyKey) {
    return calls.start(() -> admin.create(request, idempotencyKey));
  }

  /** See {@link Admin#get(String)}. */
  public CompletableFuture<ManagedAccount> get(String id) {
    return calls.start(() -> admin.get(id));
  }

  /** See {@link Admin#update(String, AccountChange)}. */
  public CompletableFuture<ManagedAccount> update(String id, AccountChange change) {
    return calls.start(() -> admin.update(id, change));
  }

  /** See {@link Admin#changeCredits(String, CreditChange)}. */
  public CompletableFuture<Transaction> changeCredits(String accountId, CreditChange change) {
    return calls.start(() -> admin.changeCredits(accountId, change));
  }

  /** See {@link Admin#changeCredits(String, CreditChange, String)}. */
  public CompletableFuture<Transaction> changeCredits(
      String accountId, CreditChange change, String idempotencyKey) {
    return calls.start(() -> admin.changeCredits(accountId, change, idempotencyKey));
  }
}
