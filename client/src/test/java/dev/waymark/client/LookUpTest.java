package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.client.ScriptedServer.Answer;
import dev.waymark.errors.ChargeState;
import dev.waymark.errors.Extra;
import dev.waymark.errors.RetryStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is only read: transactions, calls, the catalogue, pages and metrics. */
final class LookUpTest {

  private final ScriptedServer server = new ScriptedServer();
  private final WaymarkClient waymark = server.client().build();

  @AfterEach
  void stop() {
    waymark.close();
    server.close();
  }

  @Test
  void transactions_tell_what_became_of_every_credit() {
    ObjectNode page = Contract.answer("get", "/api/v1/account/transactions");
    server.answer(Answer.of(200, page));

    List<Transaction> entries =
        waymark
            .account()
            .transactions(
                TransactionQuery.all()
                    .withType(TransactionType.SETTLE)
                    .withGeneration("gen_1")
                    .withPageSize(3))
            .entries();

    assertThat(server.last().path())
        .isEqualTo("/api/v1/account/transactions?type=settle&generation_id=gen_1&limit=3");
    assertThat(entries)
        .extracting(Transaction::type)
        .containsExactly(TransactionType.SETTLE, TransactionType.HOLD, TransactionType.GRANT);
    assertThat(entries.get(0).charged()).contains(40L);
    assertThat(entries.get(1).credits()).isEqualTo(-40);
    assertThat(entries.get(2).generationId()).isEmpty();
  }

  @Test
  void a_type_of_a_newer_server_is_unknown_and_cannot_be_asked_for() {
    ObjectNode page = Contract.answer("get", "/api/v1/account/transactions");
    page.remove("next_cursor");
    ((ObjectNode) page.path("data").path(0)).put("type", "gift");
    server.answer(Answer.of(200, page));

    assertThat(waymark.account().streamTransactions(TransactionQuery.all()).findFirst())
        .map(Transaction::type)
        .contains(TransactionType.UNKNOWN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransactionQuery.all().withType(TransactionType.UNKNOWN));
  }

  @Test
  void calls_are_searched_with_every_filter_of_the_contract() {
    server.answer(Answer.of(200, Contract.answer("get", "/api/v1/requests")));

    Page<RequestRecord> page =
        waymark
            .requests()
            .list(
                RequestQuery.all()
                    .withFrom(Instant.parse("2026-11-21T00:00:00Z"))
                    .withUntil(Instant.parse("2026-11-22T00:00:00Z"))
                    .withCode("RATE_LIMIT")
                    .withStatus(429)
                    .withKey("key_1")
                    .withRoute("/api/v1/generate")
                    .withPageSize(2)
                    .withCursor("abc"));

    assertThat(server.last().path())
        .isEqualTo(
            "/api/v1/requests?from=2026-11-21T00%3A00%3A00Z&until=2026-11-22T00%3A00%3A00Z"
                + "&code=RATE_LIMIT&status=429&key_id=key_1&route=%2Fapi%2Fv1%2Fgenerate"
                + "&limit=2&cursor=abc");
    assertThat(page.nextCursor()).isPresent();
    assertThat(page.entries())
        .anySatisfy(call -> {
          assertThat(call.code()).contains("RATE_LIMIT");
          assertThat(call.duration()).isEqualTo(Duration.ofMillis(2));
          assertThat(call.charge()).contains(new Charge(ChargeState.NONE, 0));
          assertThat(call.docsUrl().orElseThrow()).endsWith("/docs/errors/RATE_LIMIT");
        });
  }

  /** A page of the contract may hold nothing and name a next one. */
  @Test
  void a_search_goes_on_over_empty_pages() {
    ObjectNode found = Contract.answer("get", "/api/v1/requests");
    found.remove("next_cursor");
    Answer nothing = Answer.of(200, "{\"data\":[],\"next_cursor\":\"further\"}");
    server.answer(nothing, Answer.of(200, found));

    assertThat(waymark.requests().stream(RequestQuery.all())).hasSize(found.path("data").size());
  }

  @Test
  void a_call_is_looked_up_by_its_id() {
    ObjectNode answer = Contract.answer("get", "/api/v1/requests/{request_id}");
    server.answer(Answer.of(200, answer));

    RequestRecord call = waymark.requests().get("req_1");

    assertThat(call.id()).isEqualTo(answer.path("request_id").asText());
    assertThat(call.mode()).isEqualTo(Mode.LIVE);
  }

  @Test
  void the_catalogue_is_data_and_what_is_newer_in_it_is_left_open() {
    ObjectNode row = Contract.answer("get", "/api/v1/errors/{code}");
    ObjectNode newer = row.deepCopy().put("error", "MOON_PHASE").put("charge", "frozen");
    newer.withObject("/retry").put("strategy", "after_payment");
    newer
        .putArray("extras")
        .addObject()
        .put("name", "moon")
        .put("type", "phase")
        .put("description", "d")
        .put("optional", true);
    server.answer(Answer.of(200, row), Answer.of(200, newer));

    ErrorDescription known = waymark.errors().get("UNKNOWN_MODEL");
    ErrorDescription unknown = waymark.errors().get("MOON_PHASE");

    assertThat(known.strategy()).contains(RetryStrategy.FIX_REQUEST);
    assertThat(known.charge()).contains(ChargeState.NONE);
    assertThat(known.extras().get(0).type()).contains(Extra.Type.STRING);
    assertThat(unknown.strategy()).isEmpty();
    assertThat(unknown.charge()).isEmpty();
    assertThat(unknown.extras().get(0).type()).isEmpty();
    assertThat(waymark.errors()).isNotNull();
  }

  @Test
  void the_catalogue_is_listed() {
    server.answer(Answer.of(200, Contract.answer("get", "/api/v1/errors")));

    assertThat(waymark.errors().list().entries())
        .extracting(ErrorDescription::code)
        .containsExactly("UNKNOWN_MODEL");
  }

  @Test
  void pages_and_metrics_come_as_they_are() {
    server.answer(
        Answer.of(200, "<!doctype html><title>Fehler – alle</title>"),
        Answer.of(200, "<!doctype html>"),
        Answer.of(200, "up 1\n"));

    assertThat(waymark.docs().errors()).endsWith("Fehler – alle</title>");
    assertThat(server.last().header("Accept")).startsWith("text/html");
    assertThat(waymark.docs().error("RATE_LIMIT")).isEqualTo("<!doctype html>");
    assertThat(server.last().path()).isEqualTo("/docs/errors/RATE_LIMIT");
    assertThat(waymark.metrics().text()).isEqualTo("up 1\n");
    assertThat(server.last().path()).isEqualTo("/metrics");
  }
}
