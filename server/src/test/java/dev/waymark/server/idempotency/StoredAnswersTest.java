package dev.waymark.server.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import dev.waymark.server.SharedServer;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.ids.RequestId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Stored answers on a real PostgreSQL: one effect for each key, and its answer to the letter. */
class StoredAnswersTest {
  private static final Duration RETENTION = Duration.ofHours(24);
  private static final Sealing ANNAS = markedWith('a');
  private static final Sealing BERTAS = markedWith('b');

  private final SharedServer server = SharedServer.get();
  private final StoredAnswers answers = server.bean(StoredAnswers.class);
  private final AccountId account = server.account(SharedServer.plan(0));

  @Property(tries = 50)
  void a_replay_gives_the_first_answer_to_the_letter(@ForAll String any) {
    // Halves of surrogate pairs are in no answer: they are no UTF-8.
    String body = new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    AccountId caller = server.account(SharedServer.plan(0));
    once(call(caller, "letters", "a"), ANNAS, body);

    assertThat(once(call(caller, "letters", "a"), ANNAS, "another").answer().body())
        .isEqualTo(body);
  }

  @Test
  void a_replay_names_the_first_call_and_what_it_made() {
    IdempotentCall first = call(account, "named", "a");
    once(first, Sealing.NONE, "{}");

    assertThat(once(call(account, "named", "a"), Sealing.NONE, "{other}"))
        .isEqualTo(
            new StoredAnswer(
                new Answer("made by " + first.requestId(), "{}"), Optional.of(first.requestId())));
  }

  @Test
  void another_body_is_told_who_used_the_key() {
    IdempotentCall first = call(account, "reused", "a");
    once(first, Sealing.NONE, "{}");

    assertThat(refusal(call(account, "reused", "b"), Sealing.NONE))
        .isEqualTo("IDEMPOTENCY_KEY_REUSED " + first.requestId());
  }

  @Test
  void whoever_cannot_open_the_answer_has_no_part_in_it() {
    IdempotentCall first = call(account, "sealed", "a");
    once(first, ANNAS, "a secret");

    assertThat(refusal(call(account, "sealed", "a"), BERTAS))
        .isEqualTo("IDEMPOTENCY_KEY_REUSED " + first.requestId());
    assertThat(once(call(account, "sealed", "a"), ANNAS, "").answer().body()).isEqualTo("a secret");
  }

  @Test
  void what_is_stored_is_what_was_sealed() {
    once(call(account, "stored", "a"), ANNAS, "a secret");

    assertThat(stored("stored")).isNotEqualTo("a secret".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_refusal_leaves_the_key_free() {
    IdempotentCall refused = call(account, "refused", "a");
    try {
      server
          .jdbi()
          .inTransaction(tx ->
              answers.once(
                  tx,
                  Optional.of(refused),
                  Sealing.NONE,
                  () -> {
                    throw Errors.keyInvalid(null);
                  }));
    } catch (ApiException e) {
      assertThat(e.error().code().name()).isEqualTo("KEY_INVALID");
    }

    assertThat(once(call(account, "refused", "b"), Sealing.NONE, "{}").original()).isEmpty();
  }

  @Test
  void while_the_first_call_runs_the_key_is_in_progress_whatever_the_body() {
    try (Handle tx = server.jdbi().open().begin()) {
      answers.once(
          tx,
          Optional.of(call(account, "busy", "a")),
          Sealing.NONE,
          () -> new Answer("nothing", "{}"));

      assertThat(refusal(call(account, "busy", "a"), Sealing.NONE))
          .startsWith("IDEMPOTENCY_IN_PROGRESS");
      assertThat(refusal(call(account, "busy", "b"), Sealing.NONE))
          .startsWith("IDEMPOTENCY_IN_PROGRESS");
      tx.rollback();
    }
    assertThat(once(call(account, "busy", "b"), Sealing.NONE, "{}").original()).isEmpty();
  }

  @Test
  void without_a_key_every_call_has_its_effect() {
    StoredAnswer first = once(Optional.empty(), Sealing.NONE, "{1}");
    StoredAnswer second = once(Optional.empty(), Sealing.NONE, "{2}");

    assertThat(first.answer().body()).isEqualTo("{1}");
    assertThat(second.answer().body()).isEqualTo("{2}");
  }

  @Test
  void after_its_retention_a_key_is_free_although_nobody_has_swept_it_up() {
    once(call(account, "old", "a"), Sealing.NONE, "{1}");
    server.clock().move(RETENTION.minusNanos(1000));
    assertThat(once(call(account, "old", "a"), Sealing.NONE, "{2}").answer().body())
        .isEqualTo("{1}");

    server.clock().move(Duration.ofNanos(1000));
    assertThat(once(call(account, "old", "b"), Sealing.NONE, "{3}").answer().body())
        .isEqualTo("{3}");
    assertThat(once(call(account, "old", "b"), Sealing.NONE, "{4}").answer().body())
        .isEqualTo("{3}");
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void calls_at_the_same_time_have_one_effect_and_all_get_its_answer(
      @ForAll @Size(min = 2, max = 6) List<Boolean> ignored) throws Exception {
    AccountId caller = server.account(SharedServer.plan(0));
    List<Callable<String>> sends = new ArrayList<>();
    for (int sender = 0; sender < ignored.size(); sender++) {
      IdempotentCall call = call(caller, "together", "a");
      String body = "{" + sender + "}";
      sends.add(() -> sendUntilAnswered(call, body));
    }

    List<String> bodies = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(sends.size())) {
      for (Future<String> answer : threads.invokeAll(sends)) {
        bodies.add(answer.get());
      }
    }

    assertThat(bodies.stream().distinct()).hasSize(1);
  }

  @Test
  void nothing_of_an_answer_is_shown_by_its_text() {
    assertThat(new StoredAnswer(new Answer("key_1", "wm_live_secret"), Optional.empty()).toString())
        .doesNotContain("secret");
  }

  private String sendUntilAnswered(IdempotentCall call, String body) {
    while (true) {
      try {
        return once(call, ANNAS, body).answer().body();
      } catch (ApiException inProgress) {
        assertThat(inProgress.error().code().name()).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
        Thread.onSpinWait();
      }
    }
  }

  private StoredAnswer once(IdempotentCall call, Sealing sealing, String body) {
    return once(Optional.of(call), sealing, body);
  }

  private StoredAnswer once(Optional<IdempotentCall> call, Sealing sealing, String body) {
    String made = call.map(known -> "made by " + known.requestId()).orElse("made");
    return server
        .jdbi()
        .inTransaction(tx -> answers.once(tx, call, sealing, () -> new Answer(made, body)));
  }

  private String refusal(IdempotentCall call, Sealing sealing) {
    try {
      once(call, sealing, "{}");
    } catch (ApiException refusal) {
      return refusal.error().code()
          + " "
          + refusal.error().extras().getOrDefault("original_request_id", "");
    }
    throw new AssertionError("it was answered");
  }

  private byte[] stored(String key) {
    return server
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    "SELECT answer FROM idempotency_record WHERE account_id = :account AND key = :key")
                .bind("account", account.value())
                .bind("key", key)
                .mapTo(byte[].class)
                .one());
  }

  private IdempotentCall call(AccountId caller, String key, String body) {
    RequestId request = server.bean(Ids.class).request();
    return new IdempotentCall(
        caller, "make", key, JsonNodeFactory.instance.textNode(body), request);
  }

  /** Opens only what has its own mark, and only in the context that it was made in. */
  private static Sealing markedWith(char mark) {
    return new Sealing(
        (plain, context) -> join(join(new byte[] {(byte) mark}, context), plain),
        (sealed, context) -> {
          byte[] head = join(new byte[] {(byte) mark}, context);
          return Arrays.equals(head, Arrays.copyOf(sealed, head.length))
              ? Optional.of(Arrays.copyOfRange(sealed, head.length, sealed.length))
              : Optional.empty();
        });
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }
}
