package dev.waymark.server.sandbox;

import dev.waymark.errors.ApiError;
import dev.waymark.server.access.Caller;
import dev.waymark.server.contract.Call;
import dev.waymark.server.limits.RateHeaders;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Ledger;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/**
 * The headers that a refusal by a limit has from where it is decided, in agreement with what a
 * forced one says. All others follow from the error alone.
 */
@Singleton
final class ForcedHeaders {
  private final Jdbi jdbi;
  private final Ledger ledger;
  private final Clock clock;

  ForcedHeaders(Jdbi jdbi, Ledger ledger, Clock clock) {
    this.jdbi = jdbi;
    this.ledger = ledger;
    this.clock = clock;
  }

  void put(Call call, Caller caller, ApiError error) {
    switch (error.code()) {
      case RATE_LIMIT ->
          RateHeaders.putRefusal(
              call,
              (int) number(error, "limit"),
              clock.instant(),
              Duration.ofMillis(Objects.requireNonNull(error.retry().afterMillis())));
      case CONCURRENCY_LIMIT -> {
        call.answerWith("X-Concurrency-Limit", number(error, "limit"));
        call.answerWith("X-Concurrency-Remaining", 0);
      }
      case INSUFFICIENT_CREDITS -> putCredits(call, new Credits(number(error, "balance")));
      // They say nothing about the wallet, so the true one can be told.
      case MAX_CREDITS_EXCEEDED, KEY_QUOTA_EXCEEDED -> putCredits(call, balance(caller));
      default -> {
        // The others owe nothing that the error itself does not say.
      }
    }
  }

  private Credits balance(Caller caller) {
    return jdbi.inTransaction(
        tx -> ledger.current(tx, caller.account(), caller.plan().creditsPerCycle()).balance());
  }

  private static void putCredits(Call call, Credits balance) {
    call.answerWith("X-Credits-Charged", 0);
    call.answerWith("X-Credits-Remaining", balance);
  }

  private static long number(ApiError error, String extra) {
    return ((Number) Objects.requireNonNull(error.extras().get(extra), extra)).longValue();
  }
}
