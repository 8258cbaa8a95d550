package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedReadsTest {
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<List<Integer>> queries = new CopyOnWriteArrayList<>();
  private final Semaphore begun = new Semaphore(0);
  private final Semaphore mayEnd = new Semaphore(0);

  @AfterEach
  void stop() {
    mayEnd.release(1_000_000);
    callers.shutdownNow();
  }

  @Test
  void a_lone_caller_reads_at_once() {
    SharedReads<Integer, String> reads = new SharedReads<>(recorded(SharedReadsTest::texts));

    assertThat(reads.find(7)).contains("7");
    assertThat(reads.find(8)).contains("8");

    assertThat(queries).containsExactly(List.of(7), List.of(8));
  }

  @Test
  void what_is_not_there_is_not_found() {
    assertThat(new SharedReads<Integer, String>(_ -> Map.of()).find(7)).isEmpty();
  }

  @Test
  void whoever_comes_while_a_query_runs_shares_the_next_one() throws Exception {
    SharedReads<Integer, String> reads = new SharedReads<>(held(recorded(SharedReadsTest::texts)));
    Future<Optional<String>> first = ask(reads, 0);
    begun.acquire();
    List<Future<Optional<String>>> others = new ArrayList<>();
    for (int key = 1; key <= 50; key++) {
      others.add(ask(reads, key));
    }
    awaitWaiting(reads, 50);

    mayEnd.release(2);

    assertThat(first.get()).contains("0");
    for (int key = 1; key <= 50; key++) {
      assertThat(others.get(key - 1).get()).contains(String.valueOf(key));
    }
    assertThat(queries).hasSize(2);
    assertThat(queries.getLast()).hasSize(50);
  }

  @Test
  void nobody_is_told_what_was_there_before_it_asked() throws Exception {
    Map<Integer, String> table = new ConcurrentHashMap<>(Map.of(7, "before"));
    SharedReads<Integer, String> reads = new SharedReads<>(held(_ -> Map.copyOf(table)));
    Future<Optional<String>> early = ask(reads, 7);
    begun.acquire();
    // What the first query has seen already is now over.
    table.put(7, "after");
    Future<Optional<String>> late = ask(reads, 7);
    awaitWaiting(reads, 1);

    mayEnd.release(2);

    assertThat(early.get()).contains("before");
    assertThat(late.get()).contains("after");
  }

  @Test
  void a_failure_is_told_to_all_that_shared_the_query_and_to_nobody_after() throws Exception {
    SharedReads<Integer, String> reads =
        new SharedReads<>(
            held(keys -> {
              if (keys.contains(13)) {
                throw new IllegalStateException("the database is away");
              }
              return texts(keys);
            }));
    Future<Optional<String>> first = ask(reads, 0);
    begun.acquire();
    Future<Optional<String>> one = ask(reads, 12);
    Future<Optional<String>> other = ask(reads, 13);
    awaitWaiting(reads, 2);

    mayEnd.release(3);

    assertThat(first.get()).contains("0");
    assertThatThrownBy(one::get).hasRootCauseMessage("the database is away");
    assertThatThrownBy(other::get).hasRootCauseMessage("the database is away");
    assertThat(ask(reads, 14).get()).contains("14");
  }

  @Test
  void under_load_everyone_gets_its_own_answer() throws Exception {
    SharedReads<Integer, String> reads = new SharedReads<>(recorded(SharedReadsTest::texts));
    List<Future<Optional<String>>> answers = new ArrayList<>();
    for (int key = 0; key < 5000; key++) {
      answers.add(ask(reads, key % 700));
    }

    for (int key = 0; key < 5000; key++) {
      assertThat(answers.get(key).get()).contains(String.valueOf(key % 700));
    }
    assertThat(queries.stream().mapToInt(List::size).sum()).isEqualTo(5000);
    assertThat(queries).allSatisfy(keys -> assertThat(keys).hasSizeBetween(1, 256));
  }

  private Future<Optional<String>> ask(SharedReads<Integer, String> reads, int key) {
    return callers.submit(() -> reads.find(key));
  }

  private static void awaitWaiting(SharedReads<Integer, String> reads, int count) {
    while (reads.waiting() < count) {
      Thread.onSpinWait();
    }
  }

  private static Map<Integer, String> texts(List<Integer> keys) {
    return keys.stream().distinct().collect(Collectors.toMap(key -> key, String::valueOf));
  }

  private Function<List<Integer>, Map<Integer, String>> recorded(
      Function<List<Integer>, Map<Integer, String>> query) {
    return keys -> {
      queries.add(keys);
      return query.apply(keys);
    };
  }

  /** A query that has seen the table and is not back yet. */
  private Function<List<Integer>, Map<Integer, String>> held(
      Function<List<Integer>, Map<Integer, String>> query) {
    return keys -> {
      Map<Integer, String> seen = query.apply(keys);
      begun.release();
      mayEnd.acquireUninterruptibly();
      return seen;
    };
  }
}
