package dev.waymark.client;

import java.util.stream.Stream;

/** The account that the key belongs to. */
public interface Accounts {

  /** Plan, credits, limits and usage, as of now. */
  Account get();

  /** The newest entries of the ledger, a page of them. */
  default Page<Transaction> transactions() {
    return transactions(TransactionQuery.all());
  }

  /** One page of the ledger. */
  Page<Transaction> transactions(TransactionQuery query);

  /** The entries of all pages from the query's on. A page is fetched when the stream gets to it. */
  Stream<Transaction> streamTransactions(TransactionQuery query);
}
