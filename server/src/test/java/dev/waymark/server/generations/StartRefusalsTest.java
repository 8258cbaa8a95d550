package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.server.contract.Calls;
import dev.waymark.server.contract.TestCalls;
import dev.waymark.server.wallet.Ledger;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a refused start leaves on the answer. */
class StartRefusalsTest {
  private final Workshop workshop = Workshop.open();
  private final Calls calls = workshop.bean(Calls.class);
  private final HttpRequest<?> request = HttpRequest.POST("/api/v1/generate", "{}");

  @Test
  void a_refusal_for_want_of_a_slot_tells_of_slots() {
    tooMany(workshop.jdbi);

    assertThat(TestCalls.headers(calls.of(request)))
        .containsOnlyKeys("X-Request-Id", "X-Concurrency-Limit", "X-Concurrency-Remaining")
        .containsEntry("X-Concurrency-Remaining", "0");
  }

  @Test
  void a_refusal_that_the_database_leaves_unfinished_tells_of_nothing() {
    Jdbi away =
        Jdbi.create(() -> {
          throw new SQLException("away", "08006");
        });

    assertThatThrownBy(() -> tooMany(away)).isInstanceOf(ConnectionException.class);

    assertThat(TestCalls.headers(calls.of(request))).containsOnlyKeys("X-Request-Id");
  }

  private void tooMany(Jdbi jdbi) {
    StartRefusals refusals =
        new StartRefusals(
            jdbi, workshop.bean(GenerationStore.class), workshop.bean(Ledger.class), calls);
    Runnable call = () -> assertThat(refusals.tooMany(workshop.caller)).isNotNull();
    ServerRequestContext.with(request, call);
  }
}
