package dev.waymark.conformance.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SubjectExtension.class)
final class AuthorizationTest {
  private static final Request ACCOUNT = Request.get("/api/v1/account");
  private static final String SET_EXPIRY =
      "UPDATE api_key SET expires_at = CAST(:value AS timestamptz) WHERE account_id = :account";
  private static final String SET_REVOCATION =
      "UPDATE api_key SET revoked_at = CAST(:value AS timestamptz) WHERE account_id = :account";

  private final Subject subject;

  AuthorizationTest(Subject subject) {
    this.subject = subject;
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Basic dTpw",
        "KEY",
        "Bearer KEY KEY",
        "Bearer KEY,x",
        "Token KEY"
      })
  @Rule({"AUTH-01", "V-2", "V-10", "SEC-02"})
  void a_header_that_carries_no_key_is_unauthorized(String header) {
    Tenant tenant = subject.tenant();
    Exchange refused =
        subject.wire().send(ACCOUNT.with("Authorization", header.replace("KEY", tenant.key())));
    assertThat(refused.code()).isEqualTo("UNAUTHORIZED");
    assertThat(refused.text()).doesNotContain(tenant.key());
  }

  @Test
  @Rule({"AUTH-01", "AUTH-04"})
  void a_missing_header_is_told_so() {
    Exchange refused = subject.wire().send(ACCOUNT);
    assertThat(refused.json().path("reason").asText())
        .isEqualTo("The header Authorization is missing.");
    assertThat(refused.require("WWW-Authenticate")).isEqualTo("Bearer realm=\"waymark\"");
  }

  @Test
  @Rule("AUTH-01")
  void two_headers_are_none() {
    Tenant tenant = subject.tenant();
    Request twice =
        ACCOUNT
            .with("Authorization", tenant.authorization())
            .with("Authorization", tenant.authorization());
    assertThat(subject.wire().send(twice).code()).isEqualTo("UNAUTHORIZED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   "})
  @Rule({"AUTH-02", "V-10"})
  void the_scheme_is_read_whatever_its_capitals(String scheme) {
    String header = scheme + subject.tenant().key();
    assertThat(subject.wire().send(ACCOUNT.with("Authorization", header)).status()).isEqualTo(200);
  }

  @Test
  @Rule({"V-2", "AUTH-04", "SEC-02"})
  void a_key_that_nobody_has_is_invalid() {
    String key = subject.tenant().key();
    String header = "Bearer " + key.substring(0, key.length() - 2) + "__";
    Exchange refused = subject.wire().send(ACCOUNT.with("Authorization", header));
    assertThat(refused.code()).isEqualTo("KEY_INVALID");
    assertThat(refused.require("WWW-Authenticate")).contains("error=\"invalid_token\"");
    assertThat(refused.text()).doesNotContain(key.substring(0, 20));
  }

  @Test
  @Rule({"AUTH-03", "V-2"})
  void a_revocation_holds_from_the_next_call_on() {
    Tenant tenant = subject.tenant();
    assertThat(tenant.send(ACCOUNT).status()).isEqualTo(200);
    tenant.update(SET_REVOCATION, subject.time().instant().toString());
    Exchange refused = tenant.send(ACCOUNT);
    assertThat(refused.code()).isEqualTo("KEY_REVOKED");
    assertThat(refused.json().path("revoked_at").asText())
        .isEqualTo(subject.time().instant().toString());
  }

  @Test
  @Rule("AUTH-03")
  void a_key_holds_until_its_expiry_and_no_longer() {
    Tenant tenant = subject.tenant();
    Instant expiry = subject.time().instant().plusSeconds(100);
    tenant.update(SET_EXPIRY, expiry.toString());
    subject.time().pass(Duration.ofMillis(99_999));
    assertThat(tenant.send(ACCOUNT).json().at("/key/expires_at").asText())
        .isEqualTo(expiry.toString());
    subject.time().pass(Duration.ofMillis(1));
    assertThat(tenant.send(ACCOUNT).json().path("expired_at").asText())
        .isEqualTo(expiry.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"free", "standard"})
  @Rule({"AUTH-05", "V-3"})
  void a_plan_without_the_api_is_named_with_those_that_have_it(String plan) {
    JsonNode error = subject.tenant(plan).send(ACCOUNT).json();
    assertThat(error.path("error").asText()).isEqualTo("TIER_LOCKED");
    assertThat(error.path("tier").asText()).isEqualTo(plan);
    assertThat(error.path("required").valueStream().map(JsonNode::asText))
        .contains("pro", "ultimate")
        .doesNotContain("free", "standard");
  }
}
