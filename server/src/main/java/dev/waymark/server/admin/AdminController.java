package dev.waymark.server.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.generated.server.api.AdminApi;
import dev.waymark.generated.server.model.ManagedAccount;
import dev.waymark.generated.server.model.ManagedAccountPage;
import dev.waymark.generated.server.model.NewAccount;
import dev.waymark.generated.server.model.Transaction;
import dev.waymark.server.access.Caller;
import dev.waymark.server.contract.Calls;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.contract.PageLink;
import dev.waymark.server.keys.CallerSealing;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates the operations of operators. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class AdminController implements AdminApi {
  private final Accounts accounts;
  private final NewAccounts made;
  private final CreditEntries credits;
  private final AdminAnswers answers;
  private final CallerSealing sealing;
  private final PageLink link;
  private final Calls calls;

  AdminController(
      Accounts accounts,
      NewAccounts made,
      CreditEntries credits,
      AdminAnswers answers,
      CallerSealing sealing,
      PageLink link,
      Calls calls) {
    this.accounts = accounts;
    this.made = made;
    this.credits = credits;
    this.answers = answers;
    this.sealing = sealing;
    this.link = link;
    this.calls = calls;
  }

  @Override
  public HttpResponse<ManagedAccountPage> listAccounts(
      @Nullable Integer limit, @Nullable String cursor, @Nullable String testError) {
    Page<ManagedState> page = accounts.list(Cursor.read(cursor), PageLink.limit(limit));
    link.announce(page);
    return answers.of(page);
  }

  @Override
  public HttpResponse<NewAccount> createAccount(
      JsonNode body, @Nullable String idempotencyKey, @Nullable String testError) {
    return answers.account(
        made.make(
            new AccountRequest(
                Caller.current(),
                calls.current().id(),
                body,
                Optional.ofNullable(idempotencyKey),
                sealing.current())));
  }

  @Override
  public HttpResponse<ManagedAccount> readAccount(String accountId, @Nullable String testError) {
    return answers.of(accounts.get(accountId));
  }

  @Override
  public HttpResponse<ManagedAccount> updateAccount(
      String accountId, JsonNode body, @Nullable String testError) {
    return answers.of(accounts.change(accountId, body));
  }

  @Override
  public HttpResponse<Transaction> changeCredits(
      String accountId,
      JsonNode body,
      @Nullable String idempotencyKey,
      @Nullable String testError) {
    return answers.entry(
        credits.enter(
            new CreditEntry(
                Caller.current(),
                calls.current().id(),
                accountId,
                body,
                Optional.ofNullable(idempotencyKey))));
  }
}
