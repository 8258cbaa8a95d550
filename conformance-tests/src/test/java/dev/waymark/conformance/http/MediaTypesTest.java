package dev.waymark.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read, and what can be given. */
@ExtendWith(SubjectExtension.class)
final class MediaTypesTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

  private final Subject subject;

  MediaTypesTest(Subject subject) {
    this.subject = subject;
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonx",
        "application/json+x",
        "application",
        "a/b/c",
        ";",
        "application/problem+json"
      })
  @Rule("HTTP-03")
  void a_body_of_another_media_type_is_not_read(String type) {
    Request request =
        Request.of("POST", Generate.PATH).with("Content-Type", type).withBody(Generate.body("x"));
    Exchange refused = subject.tenant().send(request);
    assertThat(refused.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    assertThat(refused.json().path("supported").valueStream().map(JsonNode::asText))
        .containsExactly("application/json");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
        "Application/JSON"
      })
  @Rule("HTTP-03")
  void json_is_read_however_it_is_written(String type) {
    Request request =
        Request.of("POST", "/api/v1/quotes")
            .with("Content-Type", type)
            .withBody(Generate.body("x"));
    assertThat(subject.tenant().send(request).status()).isEqualTo(200);
  }

  @Test
  @Rule("HTTP-03")
  void a_body_without_a_media_type_is_answered_by_the_contract() {
    Request request = Request.of("POST", "/api/v1/quotes").withBody(Generate.body("x"));
    assertThat(subject.tenant().send(request).status()).isIn(200, 415);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {BROWSER, "*/*", "application/json;q=0.1", "text/csv, application/json"})
  @Rule("HTTP-04")
  void what_browsers_and_curl_accept_can_be_given(String accept) {
    Exchange exchange =
        subject.tenant().send(Request.get("/api/v1/account").with("Accept", accept));
    assertThat(exchange.status()).isEqualTo(200);
  }

  @Test
  @Rule("HTTP-04")
  void a_range_of_media_types_that_json_is_in_can_be_given() {
    Request request = Request.get("/api/v1/account").with("Accept", "application/*");
    assertThat(subject.tenant().send(request).status()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"text/html", "text/csv, image/png", "application/xml"})
  @Rule({"HTTP-04", "HTTP-10"})
  void what_cannot_be_given_is_refused_with_what_can(String accept) {
    Exchange refused = subject.tenant().send(Request.get("/api/v1/account").with("Accept", accept));
    assertThat(refused.code()).isEqualTo("NOT_ACCEPTABLE");
    assertThat(refused.json().path("offered").valueStream().map(JsonNode::asText))
        .containsExactly("application/json");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {BROWSER, "text/html", "image/*"})
  @Rule("HTTP-10")
  void an_error_is_json_whatever_the_caller_would_rather_have(String accept) {
    Exchange refused = subject.wire().send(Request.get("/nowhere").with("Accept", accept));
    assertThat(refused.code()).isEqualTo("ROUTE_NOT_FOUND");
    assertThat(refused.require("Content-Type")).startsWith("application/json");
  }
}
