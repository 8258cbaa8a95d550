package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.ApiException;
import dev.waymark.server.SharedServer;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting, replaying, reading and listing on a real PostgreSQL. */
class GenerationsTest {
  private final Workshop workshop = Workshop.open();

  @AfterEach
  void the_books_are_right() {
    workshop.assertBooks();
  }

  @Test
  void a_start_holds_the_price() {
    Started started = workshop.start(Optional.empty());

    assertThat(started.charged().value()).isEqualTo(Workshop.PRICE);
    assertThat(started.balance().value()).isEqualTo(Workshop.FULL - Workshop.PRICE);
    assertThat(started.generation().status()).isEqualTo(Status.PENDING);
  }

  @Test
  void what_was_answered_is_what_is_read() {
    Generation answered = workshop.start(Optional.empty()).generation();

    assertThat(workshop.read(answered.id())).isEqualTo(answered);
  }

  @Test
  void a_replay_is_answered_as_at_the_start_whatever_has_happened_since() throws Exception {
    Started first = workshop.start(Optional.of("key"));
    workshop.workAll();

    Started replay = workshop.start(Optional.of("key"));

    assertThat(replay.replayed()).isTrue();
    assertThat(replay.generation()).isEqualTo(first.generation());
    assertThat(workshop.balance()).isEqualTo(Workshop.FULL - Workshop.PRICE);
  }

  @Test
  void starts_with_one_key_at_the_same_time_make_one_generation() throws Exception {
    Callable<GenerationId> start = this::startUntilAnswered;

    Set<GenerationId> made = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<GenerationId> each : threads.invokeAll(Collections.nCopies(6, start))) {
        made.add(each.get());
      }
    }

    assertThat(made).hasSize(1);
    assertThat(workshop.balance()).isEqualTo(Workshop.FULL - Workshop.PRICE);
  }

  @Test
  void starts_at_the_same_time_never_exceed_the_concurrency() throws Exception {
    Callable<String> start =
        () -> {
          try {
            workshop.start();
            return "started";
          } catch (ApiException refusal) {
            return refusal.error().code().name();
          }
        };

    List<String> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<String> each : threads.invokeAll(Collections.nCopies(8, start))) {
        answers.add(each.get());
      }
    }

    assertThat(Collections.frequency(answers, "started")).isEqualTo(5);
    assertThat(Collections.frequency(answers, "CONCURRENCY_LIMIT")).isEqualTo(3);
  }

  @Test
  void a_refused_start_leaves_its_key_free() throws Exception {
    for (int count = 0; count < 5; count++) {
      workshop.start();
    }
    assertThat(Workshop.refusal(() -> workshop.start(Optional.of("key"))))
        .isEqualTo("CONCURRENCY_LIMIT");
    workshop.workAll();

    assertThat(workshop.start(Optional.of("key")).replayed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void going_through_the_list_gives_every_generation_once_newest_first(int limit) {
    List<GenerationId> started = new ArrayList<>();
    for (int count = 0; count < 5; count++) {
      workshop.clock.move(Duration.ofMillis(1));
      started.add(workshop.start());
    }

    assertThat(walk(limit)).isEqualTo(started.reversed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"atlas-1", "MALFORMED_REQUEST", "zzz", "gen_"})
  void a_cursor_of_another_list_cannot_be_read(String key) {
    Optional<Cursor> foreign = Optional.of(new Cursor(key));

    assertThat(
            Workshop.refusal(
                () -> workshop.generations.list(workshop.account(), Optional.empty(), foreign, 10)))
        .isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  void another_account_s_generation_is_neither_read_nor_listed() {
    GenerationId id = workshop.start();
    AccountId other = workshop.server.account(SharedServer.plan(0));

    assertThat(Workshop.refusal(() -> workshop.generations.get(other, id.value())))
        .isEqualTo("GENERATION_NOT_FOUND");
    assertThat(workshop.generations.list(other, Optional.empty(), Optional.empty(), 10).entries())
        .isEmpty();
  }

  private GenerationId startUntilAnswered() {
    while (true) {
      try {
        return workshop.start(Optional.of("key")).generation().id();
      } catch (ApiException refusal) {
        assertThat(refusal.error().code().name()).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
      }
    }
  }

  private List<GenerationId> walk(int limit) {
    List<GenerationId> seen = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      Page<Generation> page =
          workshop.generations.list(workshop.account(), Optional.empty(), after, limit);
      page.entries().forEach(generation -> seen.add(generation.id()));
      after = page.next();
    } while (after.isPresent());
    return seen;
  }
}
