package dev.waymark.server.accounts;

import dev.waymark.generated.server.api.AccountApi;
import dev.waymark.generated.server.model.Account;
import dev.waymark.generated.server.model.TransactionPage;
import dev.waymark.generated.server.model.TransactionType;
import dev.waymark.server.access.Caller;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.contract.PageLink;
import dev.waymark.server.wallet.Transaction;
import dev.waymark.server.wallet.TransactionKind;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates the operations on the caller's own account. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountController implements AccountApi {
  private final Statements statements;
  private final CallerQuota quota;
  private final Entries entries;
  private final PageLink link;

  AccountController(Statements statements, CallerQuota quota, Entries entries, PageLink link) {
    this.statements = statements;
    this.quota = quota;
    this.entries = entries;
    this.link = link;
  }

  @Override
  public HttpResponse<Account> getAccount(@Nullable String testError) {
    Caller caller = Caller.current();
    return HttpResponse.ok(
        AccountView.of(caller, quota.of(caller), statements.of(caller.account())));
  }

  @Override
  public HttpResponse<TransactionPage> listTransactions(
      @Nullable TransactionType type,
      @Nullable String generationId,
      @Nullable Integer limit,
      @Nullable String cursor,
      @Nullable String testError) {
    Page<Transaction> page =
        entries.list(
            Caller.current().account(),
            Optional.ofNullable(type).map(TransactionType::getValue).map(TransactionKind::of),
            Optional.ofNullable(generationId),
            Cursor.read(cursor),
            PageLink.limit(limit));
    link.announce(page);
    return HttpResponse.ok(TransactionView.of(page));
  }
}
