package dev.waymark.conformance.provoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code next} speaks of the caller's own numbers and names. */
@ExtendWith(SubjectExtension.class)
final class NextTest {
  private final Subject subject;

  NextTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule("NEXT-01")
  void too_few_credits_say_how_many_are_missing() {
    Tenant tenant = subject.tenant();
    tenant.wallet().leave(Generate.PRICE - 3);

    Exchange refused = tenant.send(Generate.studio("x"));
    assertThat(refused.code()).isEqualTo("INSUFFICIENT_CREDITS");
    assertThat(refused.json().path("missing").asLong()).isEqualTo(3);
    assertThat(next(refused)).startsWith("Add 3 credits ");
  }

  @ParameterizedTest
  @CsvSource({"atlas1, atlas-1", "ATLAS-1, atlas-1", "aurora, aurora-1"})
  @Rule("NEXT-02")
  void an_unknown_model_names_the_nearest_that_the_key_may_use(String slug, String nearest) {
    Tenant tenant = subject.tenant();
    Exchange started =
        tenant.post(Generate.PATH, "{\"model\":\"%s\",\"prompt\":\"x\"}".formatted(slug));
    Exchange read = tenant.get("/api/v1/models/" + slug);

    assertThat(started.code()).isEqualTo("UNKNOWN_MODEL");
    assertThat(read.code()).isEqualTo("MODEL_NOT_FOUND");
    assertThat(started.json().path("nearest").asText()).isEqualTo(nearest);
    assertThat(read.json().path("nearest").asText()).isEqualTo(nearest);
    assertThat(next(started)).endsWith("such as " + nearest + ".");
    assertThat(next(read)).endsWith("such as " + nearest + ".");
  }

  @Test
  @Rule("NEXT-02")
  void a_model_that_is_like_none_names_one_that_works_all_the_same() {
    Tenant tenant = subject.tenant();
    Exchange refused = tenant.get("/api/v1/models/zzz");

    assertThat(tenant.get("/api/v1/models/" + refused.json().path("nearest").asText()).status())
        .isEqualTo(200);
  }

  @Test
  @Rule("NEXT-02")
  void a_restricted_model_names_one_that_is_not() {
    Exchange refused =
        subject.tenant().post(Generate.PATH, "{\"model\":\"atlas-studio-1\",\"prompt\":\"x\"}");

    assertThat(refused.code()).isEqualTo("MODEL_NOT_ALLOWED");
    assertThat(refused.json().path("nearest").asText()).isNotEmpty().isNotEqualTo("atlas-studio-1");
    assertThat(next(refused)).contains("or use " + refused.json().path("nearest").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /api/v1/v1/account,                   /api/v1/account",
    "GET,  /v1/models/atlas-1,                   /api/v1/models/atlas-1",
    "POST, /api/v1/generate/,                    /api/v1/generate",
    "POST, /v1/images/generations,               /api/v1/generate",
    "GET,  /api/v1/generation/gen_1,             /api/v1/generations/gen_1",
    "GET,  /docs/error/RATE_LIMIT,               /docs/errors/RATE_LIMIT"
  })
  @Rule("NEXT-03")
  void a_wrong_path_names_the_one_that_was_meant(String method, String path, String meant) {
    Exchange refused = subject.wire().send(Request.of(method, path));

    assertThat(refused.code()).isEqualTo("ROUTE_NOT_FOUND");
    assertThat(refused.json().path("nearest").asText()).isEqualTo(meant);
    assertThat(next(refused)).startsWith("Correct the path to " + meant + ", ");
  }

  @Test
  @Rule("NEXT-03")
  void a_path_that_is_like_none_is_not_guessed_at() {
    Exchange refused = subject.wire().send(Request.get("/wp-login.php"));
    assertThat(refused.json().has("nearest")).isFalse();
    assertThat(next(refused)).startsWith("Correct the path; ");
  }

  @ParameterizedTest
  @CsvSource({
    "rate_limit, RATE_LIMIT",
    "RATE_LIMITED, RATE_LIMIT",
    "CREDITS, INSUFFICIENT_CREDITS"
  })
  @Rule("NEXT-04")
  void a_code_that_is_none_names_the_one_that_was_meant(String code, String meant) {
    for (String path : new String[] {"/api/v1/errors/", "/docs/errors/"}) {
      Exchange refused = subject.wire().send(Request.get(path + code));
      assertThat(refused.json().path("nearest").asText()).isEqualTo(meant);
      assertThat(next(refused)).endsWith("such as " + meant + ".");
    }
  }

  @Test
  @Rule("NEXT-05")
  void a_wrong_method_names_those_that_the_path_has() {
    Exchange refused = subject.wire().send(Request.of("PATCH", "/api/v1/account"));
    assertThat(next(refused))
        .isEqualTo("Use one of the methods of this path: " + refused.require("Allow") + ".")
        .contains("GET, HEAD");
  }

  @Test
  @Rule("NEXT-06")
  void a_misspelt_parameter_names_the_one_that_was_meant_and_no_value() {
    Tenant tenant = subject.tenant();
    Exchange body =
        tenant.post(
            Generate.PATH,
            "{\"model\":\"atlas-1\",\"prompt\":\"x\",\"aspect-ratio\":\"secret value\"}");
    Exchange query = tenant.get("/api/v1/generations?limits=5");

    assertThat(body.json().path("message").asText())
        .startsWith(
            "aspect-ratio: is not a parameter of this model (did you mean aspect_ratio?); it has ");
    assertThat(next(body)).contains("(aspect-ratio)");
    assertThat(body.text()).doesNotContain("secret value");
    assertThat(query.json().path("reason").asText()).contains("(did you mean limit?)");
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer wm_live_4fT, KEY_INVALID, 'No key like this exists. Keys of this server have 51 characters, and this one has 11.'",
    "Bearer sk-123, KEY_INVALID, No key like this exists. Keys of this server begin with wm_live_ or wm_test_.",
    "Basic abc, UNAUTHORIZED, This call carries no usable API key: The header Authorization has the scheme Basic and not Bearer."
  })
  @Rule("NEXT-07")
  void a_key_that_cannot_be_one_is_told_what_is_wrong_with_it(
      String authorization, String code, String message) {
    Exchange refused =
        subject.wire().send(Request.get("/api/v1/account").with("Authorization", authorization));

    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.json().path("message").asText()).isEqualTo(message);
  }

  private static String next(Exchange refused) {
    return refused.json().path("next").asText();
  }
}
