package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.client.ScriptedServer.Answer;
import dev.waymark.client.transport.Json;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GenerationsTest {

  private static final GenerationRequest LANDSCAPE =
      GenerationRequest.of("atlas-1", "a mountain lake at dusk, snow, deep blue")
          .with("aspect_ratio", "16:9")
          .with("resolution", "2K");
  private static final String ID = "gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9G";

  private final ScriptedServer server = new ScriptedServer();
  private final WaymarkClient waymark = server.client().build();

  @AfterEach
  void stop() {
    waymark.close();
    server.close();
  }

  @Test
  void a_start_sends_the_contracts_own_example() throws JsonProcessingException {
    server.answer(Answer.of(202, Contract.example("PendingGeneration")));

    waymark.generations().start(LANDSCAPE);

    assertThat(server.last().method() + " " + server.last().path())
        .isEqualTo("POST /api/v1/generate");
    assertThat(Json.mapper().readTree(server.last().body()))
        .isEqualTo(Contract.example("LandscapeRequest"));
    assertThat(server.last().header("Authorization")).isEqualTo("Bearer wm_test_secret");
  }

  @Test
  void a_start_gives_the_generation_as_the_server_has_it() {
    server.answer(Answer.of(202, Contract.example("PendingGeneration")));

    Generation started = waymark.generations().start(LANDSCAPE);

    assertThat(started.id()).isEqualTo(ID);
    assertThat(started.status()).isEqualTo(GenerationStatus.PENDING);
    assertThat(started.isFinished()).isFalse();
    assertThat(started.parameters()).containsEntry("seed", 7);
    assertThat(started.creditsEstimate()).isEqualTo(40);
    assertThat(started.outputUrl()).isEmpty();
    assertThat(started.createdAt()).isEqualTo("2026-11-21T10:15:30Z");
  }

  @Test
  void each_start_has_an_idempotency_key_of_its_own() {
    server.answer(
        Answer.of(202, Contract.example("PendingGeneration")),
        Answer.of(202, Contract.example("PendingGeneration")));

    waymark.generations().start(LANDSCAPE);
    waymark.generations().start(LANDSCAPE);

    List<UUID> keys =
        server.received().stream()
            .map(call -> UUID.fromString(call.header("Idempotency-Key")))
            .toList();
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void the_callers_own_idempotency_key_and_ceiling_are_sent() {
    server.answer(Answer.of(202, Contract.example("PendingGeneration")));

    waymark
        .generations()
        .start(
            LANDSCAPE,
            StartOptions.defaults().withIdempotencyKey("order-4711").withMaxCredits(100));

    assertThat(server.last().header("Idempotency-Key")).isEqualTo("order-4711");
    assertThat(server.last().header("X-Max-Credits")).isEqualTo("100");
  }

  @Test
  void words_of_any_script_arrive_and_come_back() throws JsonProcessingException {
    String words = "Leuchtturm, früh — 灯台, 🌊";
    ObjectNode pending = Contract.example("PendingGeneration").put("prompt", words);
    server.answer(Answer.of(202, pending));

    Generation started = waymark.generations().start(GenerationRequest.of("atlas-1", words));

    assertThat(Json.mapper().readTree(server.last().body()).path("prompt").textValue())
        .isEqualTo(words);
    assertThat(started.prompt()).isEqualTo(words);
  }

  @Test
  void a_quote_tells_price_and_balance() {
    server.answer(Answer.of(200, Contract.answer("post", "/api/v1/quotes")));

    Quote quote = waymark.generations().quote(LANDSCAPE);

    assertThat(quote.credits()).isEqualTo(40);
    assertThat(quote.balance()).isEqualTo(15000);
    assertThat(quote.affordable()).isTrue();
    assertThat(server.last().headers()).doesNotContainKey("Idempotency-key");
  }

  @Test
  void a_completed_generation_says_where_its_output_is() {
    server.answer(Answer.of(200, Contract.example("CompletedGeneration")));

    Generation completed = waymark.generations().get(ID);

    assertThat(server.last().path()).isEqualTo("/api/v1/generations/" + ID);
    assertThat(completed.isFinished()).isTrue();
    assertThat(completed.creditsUsed()).contains(40L);
    assertThat(completed.outputUrl()).isPresent();
  }

  @Test
  void a_failed_generation_says_why() {
    server.answer(Answer.of(200, Contract.example("TimedOutGeneration")));

    WaymarkError error = waymark.generations().get(ID).error().orElseThrow();

    assertThat(error.code()).isEqualTo("PROVIDER_TIMEOUT");
    assertThat(error.extras()).containsEntry("timeout_seconds", 60);
    assertThat(error.charge().orElseThrow().credits()).isEqualTo(40);
  }

  @Test
  void a_status_of_a_newer_server_is_unknown_and_not_a_failure() {
    ObjectNode newer = Contract.example("PendingGeneration").put("status", "resting").put("x", 1);
    server.answer(Answer.of(200, newer));

    assertThat(waymark.generations().get(ID).status()).isEqualTo(GenerationStatus.UNKNOWN);
  }

  @Test
  void a_cancel_gives_the_cancelled_generation() {
    server.answer(Answer.of(200, Contract.example("CancelledGeneration")));

    Generation cancelled = waymark.generations().cancel(ID);

    assertThat(server.last().path()).isEqualTo("/api/v1/generations/" + ID + "/cancel");
    assertThat(cancelled.status()).isEqualTo(GenerationStatus.CANCELLED);
  }

  @Test
  void a_list_is_one_page_of_what_was_asked_for() {
    server.answer(Answer.of(200, Contract.answer("get", "/api/v1/generations")));

    Page<Generation> page =
        waymark
            .generations()
            .list(GenerationQuery.all().withStatus(GenerationStatus.COMPLETED).withPageSize(1));

    assertThat(server.last().path()).isEqualTo("/api/v1/generations?status=completed&limit=1");
    assertThat(page.entries()).hasSize(1);
    assertThat(page.nextCursor()).isPresent();
  }

  @Test
  void a_stream_fetches_a_page_only_when_it_gets_there() {
    ObjectNode first = Contract.answer("get", "/api/v1/generations");
    ObjectNode second = first.deepCopy().without("next_cursor");
    server.answer(Answer.of(200, first), Answer.of(200, second));

    Stream<Generation> all = waymark.generations().stream(GenerationQuery.all());
    assertThat(server.received()).isEmpty();
    var each = all.iterator();
    each.next();
    assertThat(server.received()).hasSize(1);
    each.next();

    assertThat(server.last().path())
        .isEqualTo("/api/v1/generations?cursor=" + first.path("next_cursor").asText());
    assertThat(each.hasNext()).isFalse();
  }

  @Test
  void a_list_that_leads_back_to_itself_does_not_go_on_for_ever() {
    ObjectNode page = Contract.answer("get", "/api/v1/generations");
    server.answer(Answer.of(200, page), Answer.of(200, page));

    assertThatThrownBy(() -> waymark.generations().stream(GenerationQuery.all()).count())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("next_cursor");
  }

  @Test
  void a_page_that_is_empty_but_not_the_last_is_passed_over() {
    Iterator<Page<String>> pages =
        List.<Page<String>>of(
                new Page<>(List.of(), Optional.of("b")), new Page<>(List.of("x"), Optional.empty()))
            .iterator();

    assertThat(Pages.<String>from(Optional.empty(), cursor -> pages.next())).containsExactly("x");
  }

  @Test
  void no_id_is_told_at_once() {
    assertThatThrownBy(() -> waymark.generations().get(" "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.received()).isEmpty();
  }
}
