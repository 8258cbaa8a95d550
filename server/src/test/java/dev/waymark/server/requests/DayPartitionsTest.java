package dev.waymark.server.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.server.SharedServer;
import dev.waymark.server.ids.RequestId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Days in a past that nothing else here lives in, made and dropped on a real PostgreSQL. */
class DayPartitionsTest {
  private static final LocalDate DAY = LocalDate.of(2001, 5, 4);
  private static final Instant MORNING = DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
  private static final Instant MIDNIGHT = DAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);

  private final SharedServer server = SharedServer.get();
  private final DayPartitions partitions = new DayPartitions(server.jdbi());
  private final JdbcCallStore store = new JdbcCallStore(server.jdbi(), partitions);

  @AfterEach
  void dropAll() {
    while (partitions.dropOneBefore(MIDNIGHT.plusSeconds(10 * 86_400))) {
      // One after the other.
    }
  }

  @Test
  void a_call_of_a_day_without_a_partition_is_kept() throws SQLException {
    LoggedCall call = AnyCall.at(MORNING);
    store.keep(List.of(call));
    assertThat(isKept(call)).isTrue();
  }

  @Test
  void a_batch_over_midnight_is_kept_in_both_days() throws SQLException {
    LoggedCall last = AnyCall.at(MIDNIGHT.minusMillis(1));
    LoggedCall first = AnyCall.at(MIDNIGHT);
    store.keep(List.of(last, first));
    assertThat(days()).containsExactly(DAY, DAY.plusDays(1));

    partitions.dropOneBefore(MIDNIGHT);
    assertThat(isKept(last)).isFalse();
    assertThat(isKept(first)).isTrue();
  }

  @Test
  void a_batch_that_is_kept_twice_is_there_once() throws SQLException {
    LoggedCall call = AnyCall.at(MORNING);
    store.keep(List.of(call));
    store.keep(List.of(call));
    assertThat(isKept(call)).isTrue();
  }

  @Test
  void a_day_is_dropped_when_all_of_it_is_over_and_not_before() throws SQLException {
    LoggedCall call = AnyCall.at(MORNING);
    store.keep(List.of(call));
    assertThat(partitions.dropOneBefore(MIDNIGHT.minusNanos(1))).isFalse();
    assertThat(partitions.dropOneBefore(MIDNIGHT)).isTrue();
    assertThat(partitions.dropOneBefore(MIDNIGHT)).isFalse();
    assertThat(isKept(call)).isFalse();
  }

  @Test
  void a_partition_that_another_node_dropped_is_made_again() throws SQLException {
    store.keep(List.of(AnyCall.at(MORNING)));
    assertThat(new DayPartitions(server.jdbi()).dropOneBefore(MIDNIGHT)).isTrue();

    LoggedCall late = AnyCall.at(MORNING);
    assertThatThrownBy(() -> store.keep(List.of(late))).isInstanceOf(SQLException.class);
    store.keep(List.of(late));
    assertThat(isKept(late)).isTrue();
  }

  @Test
  void nodes_that_make_the_same_day_at_once_all_succeed() throws Exception {
    Callable<Integer> node =
        () -> {
          new DayPartitions(server.jdbi()).provide(DAY);
          return 1;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Integer> made : threads.invokeAll(Collections.nCopies(6, node))) {
        assertThat(made.get()).isEqualTo(1);
      }
    }
    assertThat(days()).containsExactly(DAY);
  }

  @Test
  void readers_do_not_wait_while_a_day_is_made_nor_the_day_for_them() {
    try (Handle reader = reading()) {
      partitions.provide(DAY);
      reader.rollback();
    }
    assertThat(days()).containsExactly(DAY);
  }

  @Test
  void a_drop_gives_up_when_somebody_reads_for_long() {
    partitions.provide(DAY);
    try (Handle reader = reading()) {
      assertThatThrownBy(() -> partitions.dropOneBefore(MIDNIGHT))
          .hasRootCauseInstanceOf(SQLException.class);
      reader.rollback();
    }
    assertThat(partitions.dropOneBefore(MIDNIGHT)).isTrue();
  }

  /** A transaction beside all others that has read the log. */
  private Handle reading() {
    Handle reader = server.jdbi().open().begin();
    reader.createQuery("SELECT count(*) FROM request_log").mapTo(Long.class).one();
    return reader;
  }

  private boolean isKept(LoggedCall call) {
    RequestId oldest = RequestId.lowestFrom(Instant.EPOCH);
    return server
        .jdbi()
        .withHandle(handle ->
            server
                .bean(CallLog.class)
                .find(handle, call.account(), call.id(), oldest)
                .filter(call::equals)
                .isPresent());
  }

  private List<LocalDate> days() {
    return server.jdbi().withHandle(partitions::days).stream()
        .filter(day -> day.getYear() < 2010)
        .toList();
  }
}
