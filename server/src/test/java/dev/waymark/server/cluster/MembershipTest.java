package dev.waymark.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.SharedServer;
import dev.waymark.server.database.OwnConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Several nodes on one real PostgreSQL, whose sessions are ended in all ways. */
class MembershipTest {
  private final Jdbi jdbi = SharedServer.get().jdbi();

  @Test
  void nodes_see_each_other_come_and_go_and_the_dead_are_forgotten() {
    try (TestNode one = TestNode.onTheSharedDatabase().started()) {
      String other;
      try (TestNode two = TestNode.onTheSharedDatabase().started()) {
        other = two.nodes.self();
        await(() -> one.nodes.alive().contains(other));
        await(() -> two.nodes.alive().contains(one.nodes.self()));
        assertThat(one.nodes.count()).isEqualTo(one.nodes.alive().size()).isGreaterThan(1);
      }
      await(() -> one.toldDead.contains(other));
      assertThat(one.nodes.alive()).contains(one.nodes.self()).doesNotContain(other);
      await(() -> !rows().contains(other));
    }
  }

  @Test
  void who_died_before_a_node_came_is_told_to_it() {
    jdbi.useHandle(handle ->
        handle.execute("INSERT INTO node (name, started_at) VALUES ('node_long_gone', now())"));
    try (TestNode one = TestNode.onTheSharedDatabase().started()) {
      await(() -> one.toldDead.contains("node_long_gone") || !rows().contains("node_long_gone"));
      assertThat(one.nodes.alive()).doesNotContain("node_long_gone");
    }
  }

  @Test
  void a_node_whose_session_is_ended_is_back_before_anyone_calls_it_dead() {
    try (TestNode one = TestNode.onTheSharedDatabase().started();
        TestNode two = TestNode.onTheSharedDatabase().started()) {
      await(() -> two.nodes.alive().contains(one.nodes.self()));
      int number = number(one);

      endSession(one);

      await(() -> number(one) > number);
      await(() -> one.changes.current());
      assertThat(two.toldDead).doesNotContain(one.nodes.self());
      assertThat(two.nodes.alive()).contains(one.nodes.self());
    }
  }

  @Test
  void a_change_is_heard_on_every_node_when_it_is_committed() {
    try (TestNode one = TestNode.onTheSharedDatabase().started();
        TestNode two = TestNode.onTheSharedDatabase().started()) {
      List<String> heardByOne = heardBy(one);
      List<String> heardByTwo = heardBy(two);
      await(() -> one.changes.current() && two.changes.current());

      jdbi.useTransaction(tx -> {
        one.changes.announce(tx, "first");
        one.changes.announce(tx, "second");
      });

      await(() -> heardByOne.contains("second") && heardByTwo.contains("second"));
      assertThat(heardByOne).containsExactly("first", "second");
      assertThat(heardByTwo).containsExactly("first", "second");
    }
  }

  @Test
  void a_change_that_is_rolled_back_is_never_heard() {
    try (TestNode one = TestNode.onTheSharedDatabase().started()) {
      List<String> heard = heardBy(one);
      await(() -> one.changes.current());

      jdbi.useTransaction(tx -> {
        one.changes.announce(tx, "never");
        tx.rollback();
      });
      jdbi.useTransaction(tx -> one.changes.announce(tx, "after"));

      await(() -> heard.contains("after"));
      assertThat(heard).containsExactly("after");
    }
  }

  @Test
  void what_one_asks_a_session_after_a_commit_was_answered_includes_that_commit() throws Exception {
    try (Session session =
        Session.open(
            SharedServer.get().bean(OwnConnections.class),
            "node_of_a_test",
            SharedServer.get().clock().instant())) {
      HeardChanges changes = new HeardChanges(System::nanoTime);
      for (int i = 0; i < 200; i++) {
        String change = "change " + i;
        jdbi.useTransaction(tx -> changes.announce(tx, change));
        assertThat(session.hear()).containsExactly(change);
      }
    } finally {
      jdbi.useHandle(handle -> handle.execute("DELETE FROM node WHERE name = 'node_of_a_test'"));
    }
  }

  @Test
  void who_was_deaf_is_told_that_anything_may_have_changed() {
    AtomicInteger anything = new AtomicInteger();
    try (TestNode one = TestNode.onTheSharedDatabase()) {
      one.changes.subscribe(_ -> {}, anything::incrementAndGet);
      one.started();
      await(() -> one.changes.current());
      assertThat(anything).hasValue(1);

      endSession(one);

      await(() -> anything.get() == 2);
      await(() -> one.changes.current());
    }
  }

  @Test
  void a_listener_that_fails_keeps_nobody_else_from_hearing() {
    try (TestNode one = TestNode.onTheSharedDatabase()) {
      one.changes.subscribe(
          _ -> {
            throw new IllegalStateException("of the test");
          },
          () -> {
            throw new IllegalStateException("of the test");
          });
      List<String> heard = heardBy(one.started());
      await(() -> one.changes.current());

      jdbi.useTransaction(tx -> one.changes.announce(tx, "something"));

      await(() -> heard.contains("something"));
    }
  }

  @Test
  void while_the_database_is_away_nothing_is_current_and_nobody_dies() {
    Gate gate = new Gate(SharedServer.get().bean(OwnConnections.class));
    try (TestNode one = new TestNode(gate::open).started();
        TestNode two = TestNode.onTheSharedDatabase().started()) {
      await(() -> one.nodes.alive().contains(two.nodes.self()));
      await(() -> one.changes.current());

      gate.shut();
      endSession(one);

      await(() -> !one.changes.current());
      assertThat(one.nodes.alive()).contains(two.nodes.self());
      gate.unlock();
      await(() -> one.changes.current());
      assertThat(one.toldDead).doesNotContain(two.nodes.self());
    }
  }

  /** A way to the database that can be shut. */
  private static final class Gate {
    private final OwnConnections through;
    private volatile boolean shut;

    Gate(OwnConnections through) {
      this.through = through;
    }

    Connection open(Duration patience) throws SQLException {
      if (shut) {
        throw new SQLException("shut", "08001");
      }
      return through.open(patience);
    }

    void shut() {
      shut = true;
    }

    void unlock() {
      shut = false;
    }
  }

  private static List<String> heardBy(TestNode node) {
    List<String> heard = new CopyOnWriteArrayList<>();
    node.changes.subscribe(heard::add, () -> {});
    return heard;
  }

  private void endSession(TestNode node) {
    int number = number(node);
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                """
                SELECT pg_terminate_backend(pid) FROM pg_locks
                WHERE locktype = 'advisory' AND classid = :class AND objid::bigint = :number
                """)
            .bind("class", Session.LOCK_CLASS)
            .bind("number", number)
            .mapTo(Boolean.class)
            .one());
  }

  private int number(TestNode node) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT number FROM node WHERE name = :name")
            .bind("name", node.nodes.self())
            .mapTo(Integer.class)
            .one());
  }

  private List<String> rows() {
    return jdbi.withHandle(handle ->
        new ArrayList<>(handle.createQuery("SELECT name FROM node").mapTo(String.class).list()));
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
