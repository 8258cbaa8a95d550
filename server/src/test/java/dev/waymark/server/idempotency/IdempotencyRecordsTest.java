package dev.waymark.server.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.waymark.errors.ApiException;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Errors;
import dev.waymark.server.SharedServer;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.ids.RequestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Keys on a real PostgreSQL: one effect for each, whoever sends it how often and when. */
class IdempotencyRecordsTest {
  private static final Duration RETENTION = Duration.ofHours(24);

  private final SharedServer server = SharedServer.get();
  private final IdempotencyRecords records = server.bean(IdempotencyRecords.class);
  private final Claims claims = server.bean(Claims.class);
  private final AccountId account = server.account(SharedServer.plan(0));

  /** One call, so long after the one before. The sweeper may have come by in between. */
  record Step(
      Duration pause, String operation, String key, String body, boolean refused, boolean swept) {}

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void a_key_does_what_the_plain_law_says_whatever_is_sent_when(
      @ForAll("schedules") List<Step> schedule) {
    AccountId caller = server.account(SharedServer.plan(0));
    RecordsModel model = new RecordsModel(RETENTION);
    for (Step step : schedule) {
      server.clock().move(step.pause());
      if (step.swept()) {
        server.jdbi().useTransaction(records::purge);
      }
      IdempotentCall call = call(caller, step.operation(), step.key(), step.body());
      assertThat(send(call, step.refused()))
          .isEqualTo(
              model.send(
                  step.operation() + step.key(),
                  step.body(),
                  call.requestId().value(),
                  step.refused(),
                  server.clock().instant()));
    }
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void calls_at_the_same_time_have_one_effect_and_it_is_what_all_others_are_told(
      @ForAll @Size(min = 2, max = 6) List<Boolean> refusals) throws Exception {
    AccountId caller = server.account(SharedServer.plan(0));
    List<Callable<String>> sends = new ArrayList<>();
    for (boolean refused : refusals) {
      IdempotentCall call = call(caller, "start", "key", "a");
      sends.add(() -> sendUntilAnswered(call, refused));
    }

    List<String> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(sends.size())) {
      for (Future<String> answer : threads.invokeAll(sends)) {
        answers.add(answer.get());
      }
    }

    boolean anyAccepted = refusals.contains(false);
    assertThat(answers.stream().filter("new"::equals)).hasSize(anyAccepted ? 1 : 0);
    assertThat(answers.stream().filter(answer -> answer.startsWith("replay")).distinct())
        .hasSizeLessThanOrEqualTo(1);
    assertThat(recorded(caller)).isEqualTo(anyAccepted ? 1 : 0);
  }

  @Test
  void while_the_first_call_runs_the_key_is_in_progress() {
    try (Claims.Claim _ = claims.take(call(account, "start", "busy", "a"))) {
      assertThat(send(call(account, "start", "busy", "a"), false)).isEqualTo("in progress");
    }
    assertThat(send(call(account, "start", "busy", "a"), false)).isEqualTo("new");
  }

  @Test
  void another_body_is_in_progress_too_while_the_first_call_runs() {
    try (Claims.Claim _ = claims.take(call(account, "start", "busy", "a"))) {
      assertThat(send(call(account, "start", "busy", "b"), false)).isEqualTo("in progress");
    }
  }

  @Test
  void a_call_on_another_node_waits_for_the_first_and_then_finds_what_it_has_made()
      throws Exception {
    IdempotentCall first = call(account, "start", "shared", "a");
    CompletableFuture<String> second;
    try (Handle tx = begun()) {
      records.claim(tx, first);
      records.record(tx, first, "made by " + first.requestId(), Optional.empty());
      second =
          CompletableFuture.supplyAsync(() ->
              server
                  .jdbi()
                  .inTransaction(
                      other -> send(other, call(account, "start", "shared", "a"), false)));
      tx.commit();
    }

    assertThat(second.get()).isEqualTo("replay of " + first.requestId());
  }

  @Test
  void a_call_that_was_cut_off_leaves_the_key_free() {
    try (Handle tx = begun()) {
      IdempotentCall cut = call(account, "start", "cut", "a");
      records.claim(tx, cut);
      records.record(tx, cut, "nothing", Optional.empty());
      tx.rollback();
    }

    assertThat(send(call(account, "start", "cut", "b"), false)).isEqualTo("new");
  }

  @Test
  void accounts_do_not_share_keys() {
    AccountId other = server.account(SharedServer.plan(0));
    send(call(account, "start", "mine", "a"), false);

    assertThat(send(call(other, "start", "mine", "b"), false)).isEqualTo("new");
  }

  @Test
  void a_record_is_kept_to_the_very_end_of_its_retention() {
    IdempotentCall first = call(account, "start", "key", "a");
    send(first, false);
    server.clock().move(RETENTION.minusNanos(1000));
    server.jdbi().useTransaction(records::purge);

    assertThat(send(call(account, "start", "key", "a"), false))
        .isEqualTo("replay of " + first.requestId());
  }

  @Test
  void at_the_end_of_its_retention_a_record_is_purged() {
    send(call(account, "start", "key", "a"), false);
    server.clock().move(RETENTION);
    server.jdbi().useTransaction(records::purge);

    assertThat(recorded(account)).isZero();
  }

  /** A transaction beside all others. */
  private Handle begun() {
    return server.jdbi().open().begin();
  }

  private IdempotentCall call(AccountId caller, String operation, String key, String body) {
    RequestId request = server.bean(Ids.class).request();
    return new IdempotentCall(
        caller, operation, key, JsonNodeFactory.instance.textNode(body), request);
  }

  private String send(IdempotentCall call, boolean refused) {
    try (Claims.Claim _ = claims.take(call)) {
      return server.jdbi().inTransaction(tx -> send(tx, call, refused));
    } catch (ApiException refusal) {
      return answer(refusal);
    }
  }

  /** The effect of a call is its record; a refusal takes it back with the transaction. */
  private String send(Handle tx, IdempotentCall call, boolean refused) {
    Optional<Original> original = records.claim(tx, call);
    if (original.isPresent()) {
      assertThat(original.get().made()).isEqualTo("made by " + original.get().requestId());
      return "replay of " + original.get().requestId();
    }
    records.record(tx, call, "made by " + call.requestId(), Optional.empty());
    if (refused) {
      throw Errors.keyInvalid(null);
    }
    return "new";
  }

  private String sendUntilAnswered(IdempotentCall call, boolean refused) {
    String answer = send(call, refused);
    while (answer.equals("in progress")) {
      Thread.onSpinWait();
      answer = send(call, refused);
    }
    return answer;
  }

  private static String answer(ApiException refusal) {
    ErrorCode code = refusal.error().code();
    if (code == ErrorCode.IDEMPOTENCY_KEY_REUSED) {
      return "used by " + refusal.error().extras().get("original_request_id");
    }
    return code == ErrorCode.IDEMPOTENCY_IN_PROGRESS ? "in progress" : "refused";
  }

  private int recorded(AccountId caller) {
    return server
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery("SELECT count(*) FROM idempotency_record WHERE account_id = ?")
                .bind(0, caller.value())
                .mapTo(Integer.class)
                .one());
  }

  @Provide
  Arbitrary<List<Step>> schedules() {
    return Combinators.combine(
            Arbitraries.of(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(12), RETENTION),
            Arbitraries.of("start ", "cancel "),
            Arbitraries.of("k1", "k2"),
            Arbitraries.of("a", "b"),
            Arbitraries.of(true, false, false),
            Arbitraries.of(true, false))
        .as(Step::new)
        .list()
        .ofMaxSize(12)
        .withoutEdgeCases();
  }
}
