package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.client.ScriptedServer.Answer;
import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.client.transport.Json;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class KeysTest {

  private static final String KEYS = "/api/v1/keys";
  private static final KeyRequest RENDER_FARM =
      KeyRequest.named("render farm")
          .withScopes(Scope.GENERATIONS_READ, Scope.GENERATIONS_WRITE)
          .withModels("atlas-1")
          .withAllowedIps("203.0.113.0/24", "2001:db8::/32")
          .withCreditsPerMonth(500)
          .withExpiresAt(Instant.parse("2027-11-21T10:00:00Z"))
          .withErrorFormat(ErrorFormat.TYPED);

  private final ScriptedServer server = new ScriptedServer();
  private final WaymarkClient waymark = server.client().build();

  @AfterEach
  void stop() {
    waymark.close();
    server.close();
  }

  @Test
  void a_key_is_asked_for_as_in_the_contracts_own_examples() throws JsonProcessingException {
    server.answer(made(), made());

    waymark.keys().create(RENDER_FARM);
    assertThat(Json.mapper().readTree(server.last().body()))
        .isEqualTo(Contract.request("post", KEYS, "restricted"));

    waymark.keys().create(KeyRequest.named("continuous integration").withMode(Mode.TEST));
    assertThat(Json.mapper().readTree(server.last().body()))
        .isEqualTo(Contract.request("post", KEYS, "sandbox"));
  }

  @Test
  void a_new_key_brings_its_secret_and_does_not_show_it() {
    server.answer(made());

    NewKey made = waymark.keys().create(RENDER_FARM);

    assertThat(made.secret()).startsWith("wm_").hasSizeGreaterThan(20);
    assertThat(made.key().quota().orElseThrow().creditsPerMonth()).isEqualTo(500);
    assertThat(made.key().errorFormat()).isEqualTo(ErrorFormat.TYPED);
    assertThat(made.toString()).contains("render farm").doesNotContain(made.secret());
  }

  @Test
  void all_attempts_of_a_creation_carry_one_idempotency_key_and_the_next_one_another() {
    SteeredTime time = new SteeredTime();
    server.answer(Answer.of(503, ""), Answer.of(502, ""), made(), made());
    try (WaymarkClient patient =
        server.client().time(time).retryPolicy(RetryPolicy.defaults()).build()) {
      patient.keys().create(RENDER_FARM);
      patient.keys().create(RENDER_FARM);
    }

    List<String> keys =
        server.received().stream().map(call -> call.header("Idempotency-Key")).toList();
    assertThat(keys.subList(0, 3)).allMatch(keys.get(0)::equals);
    assertThat(keys.get(3)).isNotEqualTo(keys.get(0));
  }

  @Test
  void an_idempotency_key_of_the_callers_is_sent_as_it_is() {
    server.answer(made());

    waymark.keys().create(RENDER_FARM, "farm-1");

    assertThat(server.last().header("Idempotency-Key")).isEqualTo("farm-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> waymark.keys().create(RENDER_FARM, "farm 1"));
  }

  /** Whoever logs exceptions must not log keys, even when the server speaks in tongues. */
  @Test
  void a_secret_in_an_answer_that_cannot_be_read_is_hidden() {
    ObjectNode answer = Contract.answer("post", KEYS);
    String secret = answer.path("key").asText();
    answer.remove("api_key");
    server.answer(Answer.of(201, answer));

    RefusedException failure =
        catchThrowableOfType(RefusedException.class, () -> waymark.keys().create(RENDER_FARM));

    assertThat(failure.body()).contains("[key]").doesNotContain(secret);
    for (Throwable one = failure; one != null; one = one.getCause()) {
      assertThat(one.toString()).doesNotContain(secret);
    }
  }

  @Test
  void a_key_without_limits_has_none() {
    ObjectNode key = Contract.answer("get", KEYS + "/{key_id}");
    key.remove(List.of("models", "allowed_ips", "quota", "expires_at", "revoked_at"));
    server.answer(Answer.of(200, key));

    Key read = waymark.keys().get("key_1");

    assertThat(read.models()).isEmpty();
    assertThat(read.allowedIps()).isEmpty();
    assertThat(read.quota()).isEmpty();
    assertThat(read.expiresAt()).isEmpty();
    assertThat(read.revokedAt()).isEmpty();
  }

  @Test
  void words_of_a_newer_server_survive_and_no_scope_is_lost() {
    ObjectNode key = Contract.answer("get", KEYS + "/{key_id}");
    key.put("mode", "dream").put("error_format", "telegram");
    key.putArray("scopes").add("models:read").add("voices:read").add("voices:write");
    server.answer(Answer.of(200, key), Answer.of(200, key));

    Key read = waymark.keys().get("key_1");
    waymark.keys().update("key_1", KeyChange.nothing().withScopes(read.scopes()));

    assertThat(read.mode()).isEqualTo(Mode.UNKNOWN);
    assertThat(read.errorFormat()).isEqualTo(ErrorFormat.UNKNOWN);
    assertThat(read.scopes())
        .isEqualTo(Set.of(Scope.MODELS_READ, new Scope("voices:read"), new Scope("voices:write")));
    assertThat(server.last().body())
        .isEqualTo("{\"scopes\":[\"models:read\",\"voices:read\",\"voices:write\"]}");
  }

  @Test
  void lists_updates_and_revokes() {
    server.answer(
        Answer.of(200, Contract.answer("get", KEYS)),
        Answer.of(200, Contract.answer("patch", KEYS + "/{key_id}")),
        Answer.of(200, Contract.answer("delete", KEYS + "/{key_id}")));

    assertThat(waymark.keys().list().entries()).isNotEmpty();
    waymark.keys().update("key/1", KeyChange.nothing().withCreditsPerMonth(500));
    assertThat(server.last().method() + server.last().path())
        .isEqualTo("PATCH" + KEYS + "/key%2F1");
    assertThat(waymark.keys().revoke("key_1").revokedAt()).isPresent();
    assertThat(server.last().method() + server.last().path()).isEqualTo("DELETE" + KEYS + "/key_1");
  }

  @Test
  void all_keys_come_page_by_page_when_they_are_wanted() {
    ObjectNode last = Contract.answer("get", KEYS);
    last.remove("next_cursor");
    server.answer(Answer.of(200, last.deepCopy().put("next_cursor", "abc")), Answer.of(200, last));

    var keys = waymark.keys().stream(PageQuery.all().withPageSize(1));
    assertThat(server.received()).isEmpty();
    assertThat(keys).hasSize(2 * last.path("data").size());
    assertThat(server.received())
        .extracting(ScriptedServer.Received::path)
        .containsExactly(KEYS + "?limit=1", KEYS + "?limit=1&cursor=abc");
  }

  private static Answer made() {
    return Answer.of(201, Contract.answer("post", KEYS));
  }
}
