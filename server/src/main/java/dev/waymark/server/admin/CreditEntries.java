package dev.waymark.server.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.access.ScopeCheck;
import dev.waymark.server.accounts.StoredAccount;
import dev.waymark.server.contract.Contract;
import dev.waymark.server.contract.Fault;
import dev.waymark.server.contract.InvalidParameters;
import dev.waymark.server.contract.JsonSchema;
import dev.waymark.server.contract.PlainNumbers;
import dev.waymark.server.idempotency.Sealing;
import dev.waymark.server.idempotency.StoredAnswer;
import dev.waymark.server.idempotency.StoredAnswers;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.plans.Plans;
import dev.waymark.server.wallet.CreditChanges;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Ledger;
import dev.waymark.server.wallet.Transaction;
import dev.waymark.server.wallet.TransactionKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Enters top-ups and adjustments, each once for its idempotency key.
 *
 * <p>One transaction for each, which locks the account first: operators do this rarely.
 */
@Singleton
final class CreditEntries {
  /** What every JSON reader can tell from its neighbours (RFC 8259, section 6). */
  private static final long MOST = (1L << 53) - 1;

  private final Jdbi jdbi;
  private final StoredAnswers stored;
  private final AdminAnswers answers;
  private final ScopeCheck scopes;
  private final JsonSchema schema;
  private final Accounts accounts;
  private final Plans plans;
  private final Ledger ledger;
  private final CreditChanges changes;

  CreditEntries(
      Jdbi jdbi,
      StoredAnswers stored,
      AdminAnswers answers,
      ScopeCheck scopes,
      Contract contract,
      Accounts accounts,
      Plans plans,
      Ledger ledger,
      CreditChanges changes) {
    this.jdbi = jdbi;
    this.stored = stored;
    this.answers = answers;
    this.scopes = scopes;
    this.schema = contract.schema("CreditRequest");
    this.accounts = accounts;
    this.plans = plans;
    this.ledger = ledger;
    this.changes = changes;
  }

  /** The answer of this call, or of the one that used its idempotency key first. */
  StoredAnswer enter(CreditEntry entry) {
    return jdbi.inTransaction(tx ->
        stored.once(tx, entry.idempotentCall(), Sealing.NONE, () -> answers.of(enter(tx, entry))));
  }

  private Transaction enter(Handle tx, CreditEntry entry) {
    scopes.check(entry.caller(), CreditEntry.OPERATION);
    StoredAccount account = accounts.lock(tx, entry.account());
    CreditChanges.Change change = change(entry.body(), entry.requestId());
    Credits perCycle = plans.get(account.plan()).creditsPerCycle();
    long balance = ledger.current(tx, account.id(), perCycle).balance().value();
    InvalidParameters.refuseBodyWith(reach(balance, change.credits()).stream().toList());
    return changes.enter(tx, account.id(), perCycle, change);
  }

  private CreditChanges.Change change(JsonNode body, RequestId request) {
    JsonNode plain = PlainNumbers.in(body);
    List<Fault> faults = new ArrayList<>(schema.check(plain));
    boolean adds = plain.path("type").asText().equals("topup");
    if (adds && plain.path("credits").isIntegralNumber() && plain.path("credits").longValue() < 0) {
      faults.add(new Fault("credits", "must not be negative in a topup; adjust takes credits"));
    }
    String note = plain.path("note").asText();
    if (note.indexOf('\0') >= 0) {
      faults.add(new Fault("note", "must not hold the character NUL"));
    }
    InvalidParameters.refuseBodyWith(faults);
    return new CreditChanges.Change(
        TransactionKind.of(plain.path("type").textValue()),
        plain.path("credits").longValue(),
        Optional.ofNullable(plain.path("note").textValue()),
        request);
  }

  private static Optional<Fault> reach(long balance, long credits) {
    if (credits < -balance) {
      return Optional.of(
          new Fault("credits", "must be at least %d, for that is the balance".formatted(-balance)));
    }
    return credits > MOST - balance
        ? Optional.of(
            new Fault(
                "credits",
                "must be at most %d, for the balance is %d".formatted(MOST - balance, balance)))
        : Optional.empty();
  }
}
