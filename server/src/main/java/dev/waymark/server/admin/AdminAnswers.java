package dev.waymark.server.admin;

import dev.waymark.generated.server.model.ManagedAccount;
import dev.waymark.generated.server.model.ManagedAccountPage;
import dev.waymark.generated.server.model.NewAccount;
import dev.waymark.server.access.KeyView;
import dev.waymark.server.accounts.AccountView;
import dev.waymark.server.accounts.StoredAccount;
import dev.waymark.server.accounts.TransactionView;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.idempotency.Answer;
import dev.waymark.server.idempotency.CreatedAnswers;
import dev.waymark.server.idempotency.StoredAnswer;
import dev.waymark.server.wallet.Transaction;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Translates accounts and their credits into what the wire says to operators. */
@Singleton
final class AdminAnswers {
  private final CreatedAnswers created;

  AdminAnswers(CreatedAnswers created) {
    this.created = created;
  }

  HttpResponse<ManagedAccount> of(ManagedState state) {
    return HttpResponse.ok(view(state));
  }

  HttpResponse<ManagedAccountPage> of(Page<ManagedState> page) {
    ManagedAccountPage view =
        new ManagedAccountPage(page.entries().stream().map(AdminAnswers::view).toList());
    view.setNextCursor(page.next().map(Cursor::text).orElse(null));
    return HttpResponse.ok(view);
  }

  /** The only answer that holds the first key itself. */
  Answer of(MadeAccount made) {
    return new Answer(
        made.state().account().id().value(),
        created.written(
            new NewAccount(
                view(made.state()), made.text().value(), KeyView.of(made.key(), made.quota()))));
  }

  Answer of(Transaction entry) {
    return new Answer(Long.toString(entry.id()), created.written(TransactionView.of(entry)));
  }

  HttpResponse<NewAccount> account(StoredAnswer stored) {
    return created.of(stored, Optional.of("/api/v1/admin/accounts/" + stored.answer().made()));
  }

  HttpResponse<dev.waymark.generated.server.model.Transaction> entry(StoredAnswer stored) {
    return created.of(stored, Optional.empty());
  }

  private static ManagedAccount view(ManagedState state) {
    StoredAccount account = state.account();
    return new ManagedAccount(
        account.id().value(),
        account.name(),
        account.plan(),
        account.models(),
        AccountView.credits(state.statement()),
        AccountView.cycle(state.statement()),
        state.statement().running(),
        account.createdAt());
  }
}
