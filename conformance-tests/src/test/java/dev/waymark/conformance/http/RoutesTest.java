package dev.waymark.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that are none, and ways to write one that is. */
@ExtendWith(SubjectExtension.class)
final class RoutesTest {
  private final Subject subject;

  RoutesTest(Subject subject) {
    this.subject = subject;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/api/v1/v1/generate, twice",
    "/api/v1/api/v1/generate, twice",
    "/v1/api/v1/account, twice",
    "/v1/v1/generate, twice",
    "/api/api/v1/account, twice",
    "/generate, missing",
    "/, missing",
    "/v1/generate, missing",
    "/account, missing",
    "/api/v2/generate, only version",
    "/api/v1/images, compare",
    "/api/v1/, slash",
    "/api/v1/account/, slash",
    "/api/v1, compare"
  })
  @Rule({"HTTP-01", "M-3"})
  void a_path_that_leads_nowhere_hints_at_what_is_wrong_with_it(String path, String hint) {
    Exchange refused = subject.wire().send(Request.get(path));
    assertThat(refused.code()).isEqualTo("ROUTE_NOT_FOUND");
    assertThat(refused.json().path("path").asText()).isEqualTo(path);
    assertThat(refused.json().path("hint").asText()).contains(hint);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/api/v1/%2e%2e/account",
        "/api/v1//account",
        "/api/v1/account;x=1",
        "/api/v1/ACCOUNT"
      })
  @Rule("HTTP-01")
  void a_path_that_is_nearly_one_is_none(String path) {
    Exchange refused = subject.tenant().get(path);
    assertThat(refused.code()).isEqualTo("ROUTE_NOT_FOUND");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/api/v1/models/a%2Fb",
        "/api/v1/generations/a%2Fb",
        "/api/v1/models/%2F",
        "/api/v1/account/",
        "/api/v1/models/a%0Ab"
      })
  @Rule({"HTTP-01", "AUTH-01"})
  void no_writing_of_a_path_gets_around_the_key(String path) {
    assertThat(subject.wire().send(Request.get(path)).code())
        .isIn("UNAUTHORIZED", "ROUTE_NOT_FOUND");
  }

  @Test
  @Rule("HTTP-10")
  void a_call_out_of_a_browser_is_answered_like_any_other() {
    Request request = Request.get("/api/v1/account").with("Origin", "https://example.com");
    assertThat(subject.tenant().send(request).status()).isEqualTo(200);
  }
}
