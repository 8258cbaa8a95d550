package dev.waymark.conformance.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key that may use some models only. */
@ExtendWith(SubjectExtension.class)
final class KeyModelsTest {
  private final Subject subject;

  KeyModelsTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"KEY-06", "MOD-01", "V-5"})
  void the_list_is_what_key_and_account_both_allow() {
    Tenant key = restricted(subject.tenant("pro", "paid-1"), "studio-1", "paid-1", "atlas-1");
    Tenant poorer = restricted(subject.tenant(), "studio-1", "paid-1", "atlas-1");

    assertThat(listed(key)).containsExactly("atlas-1", "paid-1", "studio-1");
    assertThat(listed(poorer)).containsExactly("atlas-1", "studio-1");
  }

  @Test
  @Rule({"KEY-06", "V-3"})
  void a_model_that_the_key_may_not_use_is_refused_for_the_key_in_every_way() {
    Tenant key = restricted(subject.tenant(), "studio-1");
    String body = "{\"model\":\"atlas-1\",\"prompt\":\"x\"}";

    for (Exchange refused :
        List.of(
            key.post(Generate.PATH, body),
            key.post("/api/v1/quotes", body),
            key.get("/api/v1/models/atlas-1"))) {
      assertThat(refused.code()).as("%s", refused).isEqualTo("MODEL_NOT_ALLOWED");
      assertThat(refused.json().path("reason").asText()).isEqualTo("key");
      assertThat(refused.json().path("model").asText()).isEqualTo("atlas-1");
    }
    assertThat(key.send(Generate.studio("x")).status()).isEqualTo(202);
  }

  @ParameterizedTest(name = "the key names {0}")
  @CsvSource({"studio-1", "paid-1"})
  @Rule("KEY-06")
  void a_model_that_the_account_may_not_use_is_refused_for_the_account(String model) {
    Tenant key = restricted(subject.tenant(), model);

    Exchange refused = key.post(Generate.PATH, "{\"model\":\"paid-1\",\"prompt\":\"x\"}");

    assertThat(refused.code()).isEqualTo("MODEL_NOT_ALLOWED");
    assertThat(refused.json().path("reason").asText()).isEqualTo("account");
  }

  @Test
  @Rule({"KEY-06", "NEXT-02"})
  void the_nearest_model_is_one_that_the_key_may_use() {
    Tenant key = restricted(subject.tenant(), "studio-1", "mosaic-1");

    Exchange refused = key.post(Generate.PATH, "{\"model\":\"atlas1\",\"prompt\":\"x\"}");

    assertThat(refused.code()).isEqualTo("UNKNOWN_MODEL");
    assertThat(refused.json().path("nearest").asText()).isIn("studio-1", "mosaic-1");
  }

  @Test
  @Rule({"KEY-06", "KEY-15"})
  void a_change_of_models_holds_at_once_and_null_lifts_it() {
    Tenant tenant = subject.tenant();
    Tenant key = restricted(tenant, "atlas-1");
    String path = "/api/v1/keys/" + key.keyId();
    assertThat(key.send(Generate.studio("x")).code()).isEqualTo("MODEL_NOT_ALLOWED");

    tenant.patch(path, "{\"models\":[\"studio-1\"]}");
    assertThat(key.send(Generate.studio("x")).status()).isEqualTo(202);
    tenant.patch(path, "{\"models\":null}");
    assertThat(listed(key)).contains("atlas-1", "studio-1", "mosaic-1");
  }

  private static Tenant restricted(Tenant tenant, String... models) {
    return tenant.makeKey(
        "{\"name\":\"restricted\",\"models\":[\"" + String.join("\",\"", models) + "\"]}");
  }

  private static List<String> listed(Tenant key) {
    return key.get("/api/v1/models")
        .json()
        .path("data")
        .valueStream()
        .map(model -> model.path("model").asText())
        .toList();
  }

  @Test
  @Rule({"KEY-16", "NEXT-02"})
  void a_model_that_is_none_cannot_be_named_and_the_nearest_is_told() {
    Exchange refused =
        subject.tenant().post("/api/v1/keys", "{\"name\":\"x\",\"models\":[\"atlas1\"]}");

    assertThat(refused.code()).isEqualTo("INVALID_PARAMS");
    JsonNode fault = refused.json().path("errors").path(0);
    assertThat(refused.json().path("field").asText()).startsWith("models");
    assertThat(refused.text()).as("%s", fault).contains("atlas-1");
  }
}
