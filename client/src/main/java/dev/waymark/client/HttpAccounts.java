package dev.waymark.client;

import dev.waymark.generated.client.api.AccountApi;
import java.util.Optional;
import java.util.stream.Stream;

/** Over HTTP, as the contract has it. */
final class HttpAccounts implements Accounts {

  private final Calls calls;

  HttpAccounts(Calls calls) {
    this.calls = calls;
  }

  @Override
  public Account get() {
    return calls.run(AccountApi.getAccount(null), Account::from);
  }

  @Override
  public Page<Transaction> transactions(TransactionQuery query) {
    return page(query, query.cursor());
  }

  @Override
  public Stream<Transaction> streamTransactions(TransactionQuery query) {
    return Pages.from(query.cursor(), cursor -> page(query, cursor));
  }

  private Page<Transaction> page(TransactionQuery query, Optional<String> cursor) {
    return calls.run(
        AccountApi.listTransactions(
            query.type().map(TransactionType::toWire).orElse(null),
            query.generationId().orElse(null),
            query.pageSize().orElse(null),
            cursor.orElse(null),
            null),
        page -> Page.of(page.getData(), page.getNextCursor(), Transaction::from));
  }
}
