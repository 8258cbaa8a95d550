package dev.waymark.conformance.provoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.subject.Together;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When it is the server that fails. */
@ExtendWith(SubjectExtension.class)
final class FailuresTest {
  private static final Request BROKEN = Generate.poison("x");

  /** The connection dies while the database commits: what a caller's server cannot tell apart. */
  private static final String CUT_OFF_AT_THE_COMMIT =
      """
      CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER cut_off AFTER INSERT ON generation
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cut_off();
      """;

  private final Subject subject;

  FailuresTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"ERR-13", "ERR-07", "V-7"})
  void a_failed_start_without_a_key_is_not_to_be_sent_again() {
    Exchange failed = subject.tenant().send(BROKEN);
    assertThat(failed.code()).isEqualTo("INTERNAL_ERROR");
    assertThat(failed.require("X-Should-Retry")).isEqualTo("false");
    assertThat(failed.json().at("/retry/base_ms").asInt()).isEqualTo(1000);
    assertThat(failed.json().at("/retry/max_ms").asInt()).isEqualTo(30_000);
  }

  @Test
  @Rule({"ERR-13", "ERR-17"})
  void a_failed_start_with_a_key_can_be_sent_again_and_then_charges_once() {
    try (Subject sick = subject.beside(Map.of("waymark.workers.threads", 1))) {
      Tenant tenant = sick.tenant();
      Request start = BROKEN.with("Idempotency-Key", "k");
      Exchange failed = tenant.send(start);
      assertThat(failed.code()).isEqualTo("INTERNAL_ERROR");
      assertThat(failed.require("X-Should-Retry")).isEqualTo("true");
      sick.takePoison();
      assertThat(tenant.send(start).require("Idempotent-Replayed")).isEqualTo("false");
      assertThat(tenant.wallet().count("hold")).isEqualTo(1);
    }
  }

  @Test
  @Rule({"ERR-07", "ERR-13"})
  void a_start_that_is_lost_in_the_commit_is_no_overload_that_invites_a_second_charge() {
    try (Subject lonely = subject.beside(Map.of("waymark.workers.threads", 1))) {
      Tenant tenant = lonely.tenant();
      lonely.jdbi().useHandle(handle -> handle.execute(CUT_OFF_AT_THE_COMMIT));
      Exchange lost = tenant.send(Generate.studio("x"));
      assertThat(lost.code()).isEqualTo("INTERNAL_ERROR");
      assertThat(lost.require("X-Should-Retry")).isEqualTo("false");
    }
  }

  @Test
  @Rule("ERR-16")
  void a_server_without_its_database_is_overloaded_and_recovers() {
    try (Subject lonely = subject.beside(Map.of("waymark.workers.threads", 1))) {
      Tenant tenant = lonely.tenant();
      String database =
          lonely
              .jdbi()
              .withHandle(handle ->
                  handle.createQuery("SELECT current_database()").mapTo(String.class).one());
      cutOff(database);
      List<Exchange> exchanges = Together.times(4, () -> tenant.get("/api/v1/account"));
      assertThat(exchanges).extracting(Exchange::code).containsOnly("OVERLOADED");
      assertThat(lonely.wire().send(Request.get("/api/v1/errors")).status()).isEqualTo(200);
      allow(database, true);
      assertThat(tenant.get("/api/v1/account").status()).isEqualTo(200);
    }
  }

  private void cutOff(String database) {
    allow(database, false);
    subject
        .jdbi()
        .useHandle(handle ->
            handle
                .select(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?",
                    database)
                .mapTo(Boolean.class)
                .list());
  }

  private void allow(String database, boolean connections) {
    subject
        .jdbi()
        .useHandle(handle ->
            handle.execute("ALTER DATABASE " + database + " ALLOW_CONNECTIONS " + connections));
  }
}
