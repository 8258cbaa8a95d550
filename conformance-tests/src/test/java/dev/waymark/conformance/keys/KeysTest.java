package dev.waymark.conformance.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making and listing keys, and who ever sees one. */
@ExtendWith(SubjectExtension.class)
final class KeysTest {
  private static final String KEYS = "/api/v1/keys";
  private static final String FULL =
      """
      {"name": "render farm", "scopes": ["generations:read", "account:read"], "models": ["studio-1"],
       "allowed_ips": ["127.0.0.0/8", "2001:db8::/32"], "credits_per_month": 500,
       "expires_at": "2100-01-01T00:00:00Z", "error_format": "typed"}
      """;

  private final Subject subject;

  KeysTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"KEY-01", "KEY-02", "V-10"})
  void a_key_works_from_the_answer_that_made_it_on_and_begins_with_its_prefix() {
    Tenant tenant = subject.tenant();
    Exchange made = tenant.post(KEYS, FULL);
    JsonNode key = made.json().path("api_key");
    String text = made.json().path("key").asText();

    assertThat(made.status()).as("%s", made).isEqualTo(201);
    assertThat(made.require("Location")).isEqualTo(KEYS + "/" + key.path("key_id").asText());
    assertThat(text).startsWith(key.path("prefix").asText()).startsWith("wm_live_");
    assertThat(tenant.withKey(made.json()).get("/api/v1/account").json().path("key"))
        .isEqualTo(key);
  }

  @Test
  @Rule("KEY-01")
  void a_key_is_what_it_was_asked_to_be() {
    JsonNode key = subject.tenant().post(KEYS, FULL).json().path("api_key");

    assertThat(key.path("name").asText()).isEqualTo("render farm");
    assertThat(texts(key.path("scopes")))
        .containsExactlyInAnyOrder("generations:read", "account:read");
    assertThat(texts(key.path("models"))).containsExactly("studio-1");
    assertThat(texts(key.path("allowed_ips"))).containsExactly("127.0.0.0/8", "2001:db8::/32");
    assertThat(key.at("/quota/credits_per_month").asLong()).isEqualTo(500);
    assertThat(key.at("/quota/used").asLong(-1)).isZero();
    assertThat(key.path("expires_at").asText()).isEqualTo("2100-01-01T00:00:00Z");
    assertThat(key.path("error_format").asText()).isEqualTo("typed");
    assertThat(key.path("created_at").asText()).isEqualTo(subject.time().instant().toString());
    assertThat(key.has("revoked_at")).isFalse();
  }

  @Test
  @Rule("KEY-01")
  void a_key_of_which_only_the_name_is_said_is_live_native_and_without_limits() {
    JsonNode key = subject.tenant().post(KEYS, "{\"name\":\"plain\"}").json().path("api_key");

    assertThat(key.path("mode").asText()).isEqualTo("live");
    assertThat(key.path("error_format").asText()).isEqualTo("native");
    assertThat(texts(key.path("scopes")))
        .containsExactlyInAnyOrder(
            "generations:read",
            "generations:write",
            "models:read",
            "account:read",
            "requests:read");
    assertThat(Stream.of("models", "allowed_ips", "quota", "expires_at", "revoked_at"))
        .noneMatch(key::has);
  }

  @Test
  @Rule({"KEY-02", "SEC-02"})
  void a_key_is_shown_in_no_answer_but_the_one_that_made_it() {
    Tenant tenant = subject.tenant();
    Tenant made = tenant.makeKey("{\"name\":\"secret\"}");
    String path = KEYS + "/" + made.keyId();

    List<Exchange> answers =
        List.of(
            tenant.get(KEYS),
            tenant.get(path),
            tenant.patch(path, "{\"name\":\"another name\"}"),
            made.get("/api/v1/account"),
            made.get("/api/v1/keys/none"),
            tenant.delete(path),
            made.get("/api/v1/account"));

    assertThat(answers).noneMatch(answer -> answer.text().contains(made.key()));
    assertThat(subject.log().linesWith(made.key())).isEmpty();
  }

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(strings = {"", "once"})
  @Rule({"KEY-03", "SEC-01"})
  void nothing_that_is_kept_holds_a_key(String idempotencyKey) {
    Tenant tenant = subject.tenant();
    Request request = Request.post(KEYS, "{\"name\":\"secret\"}");
    Exchange made =
        tenant.send(
            idempotencyKey.isEmpty() ? request : request.with("Idempotency-Key", idempotencyKey));
    tenant.awaitLogged(made);
    String text = made.json().path("key").asText();

    assertThat(Stream.of("api_key", "idempotency_record", "request_log", "account"))
        .noneMatch(table -> holds(table, text) || holds(table, hex(text)));
  }

  @Test
  @Rule("KEY-18")
  void pages_lead_through_all_keys_newest_first_whatever_became_of_them() {
    Tenant tenant = subject.tenant();
    List<String> made = new ArrayList<>(List.of(tenant.keyId()));
    for (int number = 0; number < 5; number++) {
      subject.time().pass(Duration.ofMillis(1));
      made.addFirst(tenant.makeKey("{\"name\":\"key " + number + "\"}").keyId());
    }
    tenant.delete(KEYS + "/" + made.get(1));
    tenant.update(
        "UPDATE api_key SET expires_at = CAST(:value AS timestamptz) WHERE account_id = :account AND name = 'key 2'",
        "2020-01-01T00:00:00Z");

    List<String> seen = new ArrayList<>();
    String query = "?limit=4";
    while (!query.isEmpty()) {
      Exchange page = tenant.get(KEYS + query);
      assertThat(page.json().path("data").size()).isBetween(1, 4);
      page.json().path("data").forEach(key -> seen.add(key.path("key_id").asText()));
      JsonNode cursor = page.json().path("next_cursor");
      assertThat(page.header("Link").isPresent()).isEqualTo(cursor.isTextual());
      query = cursor.isTextual() ? "?limit=4&cursor=" + cursor.asText() : "";
    }
    assertThat(seen).isEqualTo(made);
  }

  private boolean holds(String table, String text) {
    return subject
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    "SELECT EXISTS (SELECT 1 FROM %1$s WHERE position(:text IN CAST(%1$s AS text)) > 0)"
                        .formatted(table))
                .bind("text", text)
                .mapTo(Boolean.class)
                .one());
  }

  /** As the text of a row shows the bytes. */
  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }
}
