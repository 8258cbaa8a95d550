package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.ApiException;
import dev.waymark.server.access.Caller;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.plans.Plan;
import dev.waymark.server.wallet.CreditChanges;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.LedgerLaw;
import dev.waymark.server.wallet.Transaction;
import dev.waymark.server.wallet.TransactionKind;
import dev.waymark.server.wallet.Transactions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in when many want the last credits, slots or quota. */
class AdmissionsTest {
  private final Workshop workshop = Workshop.open();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 50, 199, 200})
  void of_two_hundred_starts_at_once_exactly_as_many_are_admitted_as_the_wallet_pays(int paid)
      throws Exception {
    Plan plan = new Plan("pro", "Pro", true, 240, 1000, new Credits(paid * Workshop.PRICE + 9));
    Caller caller = workshop.server.caller(plan);

    List<String> answers = startTogether(caller, 200);

    assertThat(Collections.frequency(answers, "started")).isEqualTo(paid);
    assertThat(Collections.frequency(answers, "INSUFFICIENT_CREDITS")).isEqualTo(200 - paid);
    LedgerLaw.holds(workshop.jdbi, caller.account());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 13, 60})
  void of_a_hundred_starts_at_once_exactly_as_many_are_admitted_as_there_are_slots(int slots)
      throws Exception {
    Plan plan = new Plan("pro", "Pro", true, 240, slots, new Credits(10_000));
    Caller caller = workshop.server.caller(plan);

    List<String> answers = startTogether(caller, 100);

    assertThat(Collections.frequency(answers, "started")).isEqualTo(slots);
    assertThat(Collections.frequency(answers, "CONCURRENCY_LIMIT")).isEqualTo(100 - slots);
    LedgerLaw.holds(workshop.jdbi, caller.account());
  }

  @Test
  void a_key_s_quota_admits_exactly_what_it_pays_whoever_comes_at_the_same_time() throws Exception {
    workshop.limitKey(35);

    List<String> answers = startTogether(workshop.caller, 20);

    assertThat(Collections.frequency(answers, "started")).isEqualTo(3);
    assertThat(Collections.frequency(answers, "KEY_QUOTA_EXCEEDED")).isEqualTo(17);
    assertThat(workshop.quota().used()).isEqualTo(new Credits(30));
  }

  @Test
  void a_released_hold_is_no_longer_counted_against_the_quota() {
    workshop.limitKey(10);
    GenerationId id = workshop.start();
    workshop.cancel(id);

    assertThat(workshop.quota().used()).isEqualTo(Credits.ZERO);
    workshop.start();
  }

  @Test
  void a_quota_that_is_set_later_counts_what_was_spent_in_this_month() {
    workshop.start();
    workshop.start();

    workshop.limitKey(25);

    assertThat(workshop.quota().used()).isEqualTo(new Credits(20));
    assertThat(Workshop.refusal(workshop::start)).isEqualTo("KEY_QUOTA_EXCEEDED");
  }

  @Test
  void with_the_next_month_the_quota_begins_anew_and_an_old_hold_gives_nothing_back_to_it() {
    workshop.limitKey(10);
    GenerationId old = workshop.start();
    workshop.clock.moveTo(workshop.nextMonth());
    workshop.start();
    workshop.cancel(old);

    assertThat(workshop.quota().used()).isEqualTo(new Credits(10));
  }

  @Test
  void of_several_reasons_the_quota_is_told_before_the_wallet_and_the_wallet_before_the_slots() {
    for (int count = 0; count < 5; count++) {
      workshop.start();
    }
    assertThat(Workshop.refusal(workshop::start)).isEqualTo("CONCURRENCY_LIMIT");
    take(950);
    assertThat(Workshop.refusal(workshop::start)).isEqualTo("INSUFFICIENT_CREDITS");
    workshop.limitKey(50);
    assertThat(Workshop.refusal(workshop::start)).isEqualTo("KEY_QUOTA_EXCEEDED");
  }

  @Test
  void the_ledger_tells_of_every_credit_by_which_call_it_moved() throws Exception {
    GenerationId done = workshop.start();
    workshop.workAll();
    GenerationId cancelled = workshop.start();
    workshop.cancel(cancelled);

    Transactions.Search all =
        new Transactions.Search(Optional.empty(), Optional.empty(), OptionalLong.empty());
    List<Transaction> entries =
        workshop.jdbi.withHandle(
            handle -> workshop.bean(Transactions.class).list(handle, workshop.account(), all, 10));

    assertThat(entries)
        .extracting(Transaction::kind)
        .containsExactly(
            TransactionKind.RELEASE,
            TransactionKind.HOLD,
            TransactionKind.SETTLE,
            TransactionKind.HOLD,
            TransactionKind.GRANT);
    assertThat(entries.get(2).charged()).contains(new Credits(Workshop.PRICE));
    assertThat(entries.get(2).generation()).contains(done);
    assertThat(entries.get(1).request()).contains(workshop.read(cancelled).request());
    assertThat(entries.get(0).request()).isPresent().isNotEqualTo(entries.get(1).request());
    assertThat(entries.subList(0, 4))
        .allMatch(entry -> entry.key().equals(Optional.of(workshop.caller.key().id())));
  }

  private void take(long credits) {
    workshop.jdbi.useTransaction(tx ->
        workshop
            .bean(CreditChanges.class)
            .enter(
                tx,
                workshop.account(),
                new Credits(Workshop.FULL),
                new CreditChanges.Change(
                    TransactionKind.ADJUST,
                    -credits,
                    Optional.empty(),
                    workshop.bean(Ids.class).request())));
  }

  private List<String> startTogether(Caller caller, int count) throws Exception {
    Callable<String> start =
        () -> {
          try {
            workshop.start(caller, "script-1", Optional.empty(), Optional.empty());
            return "started";
          } catch (ApiException refusal) {
            return refusal.error().code().name();
          }
        };
    List<String> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> each : threads.invokeAll(Collections.nCopies(count, start))) {
        answers.add(each.get());
      }
    }
    return answers;
  }
}
