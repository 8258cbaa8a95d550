package dev.waymark.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.RunningServer;
import dev.waymark.server.SharedServer;
import dev.waymark.server.cluster.Changes;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.plans.Plans;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What one node changes of a key holds on another within a second, whatever the other hears. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysOnNodesTest {
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(20);

  private final SharedServer here = SharedServer.get();
  private RunningServer there;

  @BeforeAll
  void start() {
    there = here.beside(Map.of());
  }

  @AfterAll
  void stop() {
    there.close();
  }

  @BeforeEach
  void both_hear() {
    assertThat(comes(LONG, () -> hears(here.bean(Changes.class)) && hears(bean(Changes.class))))
        .isTrue();
  }

  @Test
  void a_node_that_hears_of_changes_answers_from_memory() {
    KeyText key = issue();
    assertThat(known(key).caller().key().name()).isEqualTo("a test's");
    here.jdbi()
        .useHandle(handle ->
            handle.execute("UPDATE api_key SET name = 'untold' WHERE hash = ?", key.hash()));

    assertThat(known(key).caller().key().name()).isEqualTo("a test's");
  }

  @Test
  void a_revocation_holds_on_another_node_within_a_second() {
    KeyText key = issue();
    known(key);

    revoke(key);

    assertThat(here.bean(Identities.class).of(header(key)))
        .isInstanceOfSatisfying(KnownKey.class, known -> assertThat(known.holds()).isFalse());
    assertThat(comes(A_SECOND, () -> !known(key).holds())).isTrue();
  }

  @Test
  void a_revocation_holds_within_a_second_also_while_a_node_hears_nothing() {
    KeyText key = issue();
    known(key);
    assertThat(sessionsEnded()).isGreaterThanOrEqualTo(2);

    revoke(key);

    assertThat(comes(A_SECOND, () -> !known(key).holds())).isTrue();
    assertThat(comes(LONG, () -> hears(bean(Changes.class)))).isTrue();
    assertThat(known(key).holds()).isFalse();
  }

  private static boolean hears(Changes changes) {
    return changes.current();
  }

  private KeyText issue() {
    AccountId account = here.account(here.bean(Plans.class).get("pro"));
    return here.jdbi()
        .inTransaction(tx ->
            here.bean(KeyStore.class).issue(tx, account, NewKey.of("a test's", Scope.OWN)).text());
  }

  private void revoke(KeyText key) {
    Caller caller = ((KnownKey) here.bean(Identities.class).of(header(key))).caller();
    KeyStore keys = here.bean(KeyStore.class);
    here.jdbi()
        .useTransaction(tx -> {
          keys.revoke(tx, caller.key().id());
          keys.changed(tx, caller.account());
        });
    keys.forget(caller.account());
  }

  private KnownKey known(KeyText key) {
    return (KnownKey) bean(Identities.class).of(header(key));
  }

  private <T> T bean(Class<T> type) {
    return there.context().getBean(type);
  }

  /** Every node holds a lock of its own on the connection that it listens on. */
  private int sessionsEnded() {
    return here.jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_locks"
                        + " WHERE locktype = 'advisory' AND objsubid = 2 AND pid <> pg_backend_pid()")
                .mapTo(Integer.class)
                .one());
  }

  private static boolean comes(Duration within, BooleanSupplier what) {
    long start = System.nanoTime();
    while (!what.getAsBoolean()) {
      if (System.nanoTime() - start > within.toNanos()) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }

  private static List<String> header(KeyText key) {
    return List.of("Bearer " + key.value());
  }
}
