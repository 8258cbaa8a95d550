package dev.waymark.server.generations;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import dev.waymark.server.access.Caller;
import dev.waymark.server.contract.Call;
import dev.waymark.server.contract.Calls;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Ledger;
import dev.waymark.server.wallet.Quota;
import dev.waymark.server.wallet.Wallet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Refuses starts, with the headers that tell where the caller stands. */
@Singleton
final class StartRefusals {
  private static final Duration QUEUE_FULL_PAUSE = Duration.ofSeconds(5);

  private final Jdbi jdbi;
  private final GenerationStore generations;
  private final Ledger ledger;
  private final Calls calls;

  StartRefusals(Jdbi jdbi, GenerationStore generations, Ledger ledger, Calls calls) {
    this.jdbi = jdbi;
    this.generations = generations;
    this.ledger = ledger;
    this.calls = calls;
  }

  ApiException aboveCeiling(Caller caller, Credits ceiling, Credits price) {
    Wallet wallet =
        jdbi.inTransaction(
            tx -> ledger.current(tx, caller.account(), caller.plan().creditsPerCycle()));
    showWallet(wallet.balance());
    return Errors.maxCreditsExceeded(ceiling.value(), price.value());
  }

  ApiException overQuota(Quota quota, Wallet wallet, Credits price) {
    showWallet(wallet.balance());
    return Errors.keyQuotaExceeded(
        quota.limit().orElseThrow().value(), quota.used().value(), price.value(), quota.resetsAt());
  }

  /** The wallet as it is after the refusal: while the start waited its turn, others have spent. */
  ApiException tooDear(Wallet wallet, Credits price) {
    showWallet(wallet.balance());
    return Errors.insufficientCredits(
        wallet.balance().value(),
        price.value(),
        price.value() - wallet.balance().value(),
        wallet.cycleEndsAt());
  }

  ApiException tooMany(Caller caller) {
    int limit = caller.plan().concurrentGenerations();
    List<String> running = jdbi.withHandle(handle -> generations.running(handle, caller.account()));
    // Only now: a database that cannot say it makes this another error, which has no such headers.
    Call call = calls.current();
    call.answerWith("X-Concurrency-Limit", limit);
    call.answerWith("X-Concurrency-Remaining", 0);
    return Errors.concurrencyLimit(limit, running);
  }

  ApiException queueFull() {
    return Errors.overloaded(QUEUE_FULL_PAUSE);
  }

  private void showWallet(Credits balance) {
    Call call = calls.current();
    call.answerWith("X-Credits-Charged", 0);
    call.answerWith("X-Credits-Remaining", balance);
  }
}
