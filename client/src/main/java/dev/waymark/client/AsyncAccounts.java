package dev.waymark.client;

import java.util.concurrent.CompletableFuture;

/** The account that the key belongs to. See {@link Accounts}, whose methods these are. */
public final class AsyncAccounts {

  private final Accounts account;
  private final AsyncCalls calls;

  AsyncAccounts(Accounts account, AsyncCalls calls) {
    this.account = account;
    this.calls = calls;
  }

  /** See {@link Accounts#get()}. */
  public CompletableFuture<Account> get() {
    return calls.start(() -> account.get());
  }

  /** See {@link Accounts#transactions()}. */
  public CompletableFuture<Page<Transaction>> transactions() {
    return calls.start(() -> account.transactions());
  }

  /** See {@link Accounts#transactions(TransactionQuery)}. */
  public CompletableFuture<Page<Transaction>> transactions(TransactionQuery query) {
    return calls.start(() -> account.transactions(query));
  }
}
