package dev.waymark.server.accounts;

import dev.waymark.generated.server.api.AccountApi;
import dev.waymark.generated.server.model.Account;
import dev.waymark.server.access.Caller;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** Translates the operations on the caller's own account. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountController implements AccountApi {
  private final Statements statements;

  AccountController(Statements statements) {
    this.statements = statements;
  }

  @Override
  public HttpResponse<Account> getAccount(@Nullable String testError) {
    Caller caller = Caller.current();
    return HttpResponse.ok(AccountView.of(caller, statements.of(caller)));
  }
}
