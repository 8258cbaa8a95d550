package dev.waymark.conformance.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SubjectExtension.class)
final class ModelsTest {
  private static final String MODELS = "/api/v1/models";

  private final Subject subject;

  ModelsTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"MOD-01", "V-5"})
  void the_list_is_what_the_key_may_use_by_slug() {
    assertThat(slugs(subject.tenant()))
        .containsExactly("atlas-1", "aurora-1", "mosaic-1", "studio-1");
    assertThat(slugs(subject.tenant("pro", "atlas-studio-1")))
        .containsExactly("atlas-1", "atlas-studio-1", "aurora-1", "mosaic-1", "studio-1");
  }

  @Test
  @Rule("MOD-01")
  void pages_lead_through_all_models() {
    Tenant tenant = subject.tenant();
    Exchange first = tenant.get(MODELS + "?limit=3");
    String cursor = first.json().path("next_cursor").asText();
    Exchange second = tenant.get(MODELS + "?limit=3&cursor=" + cursor);
    assertThat(slugs(first)).containsExactly("atlas-1", "aurora-1", "mosaic-1");
    assertThat(slugs(second)).containsExactly("studio-1");
    assertThat(second.header("Link")).isEmpty();
  }

  @Test
  @Rule("MOD-02")
  void a_model_alone_is_the_same_as_in_the_list() {
    Tenant tenant = subject.tenant();
    for (JsonNode model : tenant.get(MODELS).json().path("data")) {
      assertThat(tenant.get(MODELS + "/" + model.path("model").asText()).json()).isEqualTo(model);
    }
  }

  @Test
  @Rule({"MOD-02", "MOD-03", "MONEY-09"})
  void every_price_row_of_every_listed_model_is_what_it_costs() {
    Tenant tenant = subject.tenant();
    for (JsonNode model : tenant.get(MODELS).json().path("data")) {
      for (JsonNode row : model.path("prices")) {
        JsonNode quote = tenant.post("/api/v1/quotes", body(model, row.path("when"))).json();
        assertThat(quote.path("credits")).isEqualTo(row.path("credits"));
      }
    }
  }

  @Test
  @Rule("MOD-03")
  void an_enabled_restricted_model_can_be_used() {
    String body = "{\"model\":\"atlas-studio-1\",\"prompt\":\"x\"}";
    assertThat(subject.tenant("pro", "atlas-studio-1").post("/api/v1/quotes", body).status())
        .isEqualTo(200);
  }

  @Test
  @Rule({"MOD-04", "V-3"})
  void a_model_that_is_not_enabled_is_named() {
    String body = "{\"model\":\"atlas-studio-1\",\"prompt\":\"x\"}";
    Exchange refused = subject.tenant().post(Generate.PATH, body);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("model").asText()).isEqualTo("atlas-studio-1");
    assertThat(refused.json().path("reason").asText()).isEqualTo("account");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such", "ATLAS-1", "atlas-1 ", "🦊"})
  @Rule({"MOD-04", "V-5"})
  void a_model_that_does_not_exist_is_named(String slug) {
    String body = "{\"model\":\"" + slug + "\",\"prompt\":\"x\"}";
    Exchange refused = subject.tenant().post(Generate.PATH, body);
    assertThat(refused.code()).isEqualTo("UNKNOWN_MODEL");
    assertThat(refused.json().path("model").asText()).isEqualTo(slug);
  }

  @ParameterizedTest
  @CsvSource({"no-such, no-such", "a%20b, a b", "%F0%9F%A6%8A, 🦊"})
  @Rule("MOD-04")
  void a_path_of_no_model_is_not_found(String path, String slug) {
    Exchange refused = subject.tenant().get(MODELS + "/" + path);
    assertThat(refused.code()).isEqualTo("MODEL_NOT_FOUND");
    assertThat(refused.json().path("model").asText()).isEqualTo(slug);
  }

  @Test
  @Rule("MOD-04")
  void a_very_long_path_of_no_model_is_not_found_either() {
    Exchange refused = subject.tenant().get(MODELS + "/" + "%F0%9F%A6%8A".repeat(200));
    assertThat(refused.code()).isEqualTo("MODEL_NOT_FOUND");
  }

  private static List<String> slugs(Tenant tenant) {
    return slugs(tenant.get(MODELS));
  }

  private static List<String> slugs(Exchange page) {
    return page.json().path("data").valueStream().map(one -> one.path("model").asText()).toList();
  }

  private static String body(JsonNode model, JsonNode when) {
    String parameters =
        when.properties().stream()
            .map((Map.Entry<String, JsonNode> one) -> ",\"" + one.getKey() + "\":" + one.getValue())
            .collect(Collectors.joining());
    return "{\"model\":%s,\"prompt\":\"x\"%s}".formatted(model.path("model"), parameters);
  }
}
