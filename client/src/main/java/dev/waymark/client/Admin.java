package dev.waymark.client;

import java.util.stream.Stream;

/** Accounts and their credits. For operators: the key needs the scope {@code operator}. */
public interface Admin {

  /** The newest accounts, a page of them. */
  default Page<ManagedAccount> list() {
    return list(PageQuery.all());
  }

  /** One page. */
  Page<ManagedAccount> list(PageQuery query);

  /** The entries of all pages from the query's on. A page is fetched when the stream gets to it. */
  Stream<ManagedAccount> stream(PageQuery query);

  /**
   * Makes an account with its first key. Called twice, it makes two; whatever happens on the way,
   * one call makes one at most, as all its attempts carry the same idempotency key.
   */
  NewAccount create(AccountRequest request);

  /**
   * Makes an account once: within 24 hours, the same request with the same idempotency key gives
   * the first answer again, the first key included.
   */
  NewAccount create(AccountRequest request, String idempotencyKey);

  /** {@link InvalidRequestException} with {@code ACCOUNT_NOT_FOUND} when there is none. */
  ManagedAccount get(String id);

  /** Changes name, plan or models. Called twice, it answers the same. */
  ManagedAccount update(String id, AccountChange change);

  /**
   * Enters a top-up or an adjustment into the account's ledger. The credits last until they are
   * spent. Called twice, it enters two; one call enters one at most.
   */
  Transaction changeCredits(String accountId, CreditChange change);

  /**
   * Enters it once: within 24 hours, the same change with the same idempotency key gives the first
   * answer again. An invoice's number makes a good one.
   */
  Transaction changeCredits(String accountId, CreditChange change, String idempotencyKey);
}
