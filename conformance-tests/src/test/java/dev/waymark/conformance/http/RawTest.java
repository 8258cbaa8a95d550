package dev.waymark.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.RawRequest;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no HTTP client would send. */
@ExtendWith(SubjectExtension.class)
final class RawTest {
  private final Subject subject;

  RawTest(Subject subject) {
    this.subject = subject;
  }

  @AfterEach
  void the_server_serves_as_ever() {
    assertThat(subject.tenant().get("/api/v1/account").status()).isEqualTo(200);
  }

  static Stream<Arguments> unreadable() {
    String line = "GET /api/v1/errors HTTP/1.1";
    String host = "Host: localhost";
    return Stream.of(
        Arguments.of(
            "a long request line",
            RawRequest.head("GET /api/v1/errors?" + "x".repeat(9000) + " HTTP/1.1", host)),
        Arguments.of("a long header", RawRequest.head(line, host, "X-Long: " + "x".repeat(20_000))),
        Arguments.of(
            "many headers",
            RawRequest.head(line, host, "X-Many: x\r\n".repeat(2000) + "X-Last: x")),
        Arguments.of("a header without a colon", RawRequest.head(line, host, "Nothing")),
        Arguments.of("a blank in a header's name", RawRequest.head(line, host, "Bad Name: x")),
        Arguments.of("a blank before the colon", RawRequest.head(line, host, "Name : x")),
        Arguments.of("a control character", RawRequest.head(line, host, "Name: a\u0001b")),
        Arguments.of("no method", RawRequest.head("/api/v1/errors HTTP/1.1", host)),
        Arguments.of("no version", RawRequest.head("GET /api/v1/errors", host)),
        Arguments.of("another protocol", RawRequest.head("GET /api/v1/errors SIP/2.0", host)),
        Arguments.of(
            "a length that is none",
            RawRequest.head("POST /api/v1/quotes HTTP/1.1", host, "Content-Length: x")),
        Arguments.of(
            "a negative length",
            RawRequest.head("POST /api/v1/quotes HTTP/1.1", host, "Content-Length: -1")),
        Arguments.of(
            "two lengths",
            RawRequest.head(
                "POST /api/v1/quotes HTTP/1.1", host, "Content-Length: 1", "Content-Length: 2")),
        Arguments.of(
            "a length and chunks",
            RawRequest.head(
                "POST /api/v1/quotes HTTP/1.1",
                host,
                "Content-Length: 5",
                "Transfer-Encoding: chunked")),
        Arguments.of("half an escape", RawRequest.head("GET /api/v1/models/%4 HTTP/1.1", host)),
        Arguments.of(
            "an escape that is none", RawRequest.head("GET /api/v1/models/%zz HTTP/1.1", host)),
        Arguments.of(
            "an escape that is not UTF-8",
            RawRequest.head("GET /api/v1/models/%ff HTTP/1.1", host)),
        Arguments.of(
            "an escape that is none in the query",
            RawRequest.head("GET /api/v1/errors?limit=%zz HTTP/1.1", host)),
        Arguments.of("a path with a blank", RawRequest.head("GET /api/v1/a b HTTP/1.1", host)),
        Arguments.of("a path without a slash", RawRequest.head("GET api/v1/errors HTTP/1.1", host)),
        Arguments.of("an asterisk", RawRequest.head("OPTIONS * HTTP/1.1", host)),
        Arguments.of(
            "raw bytes in the path", RawRequest.head("GET /api/v1/mod\u00e8les HTTP/1.1", host)),
        Arguments.of("an empty line after nonsense", new RawRequest("nonsense\r\n\r\n")));
  }

  @Test
  @Rule("HTTP-08")
  void a_request_line_or_a_header_that_is_too_long_is_no_body_that_is_too_large() {
    RawRequest line =
        RawRequest.head("GET /api/v1/errors?" + "x".repeat(9000) + " HTTP/1.1", "Host: localhost");
    RawRequest header =
        RawRequest.head(
            "GET /api/v1/errors HTTP/1.1", "Host: localhost", "X-Long: " + "x".repeat(20_000));
    assertThat(List.of(subject.wire().sendRaw(line), subject.wire().sendRaw(header)))
        .extracting(Exchange::code)
        .containsOnly("MALFORMED_REQUEST");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  @Rule({"HTTP-08", "HTTP-11"})
  void what_is_no_http_is_answered_with_an_error_of_the_contract(String name, RawRequest request) {
    Exchange refused = subject.wire().sendRaw(request);
    assertThat(refused.status()).as(name).isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Idempotency-Key", "X-Max-Credits"})
  @Rule("HTTP-09")
  void a_header_of_ours_that_is_there_twice_is_unreadable(String name) {
    Exchange refused = subject.tenant().send(Generate.studio("x").with(name, "7").with(name, "7"));
    assertThat(refused.code()).isEqualTo("MALFORMED_REQUEST");
    assertThat(refused.json().path("reason").asText()).contains(name);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {"-1", "1.5", "x", "", "9007199254740992", "99999999999999999999999", "1e3", "+5"})
  @Rule("HTTP-09")
  void a_ceiling_that_is_no_number_of_credits_is_unreadable(String value) {
    Exchange refused = subject.tenant().send(Generate.studio("x").with("X-Max-Credits", value));
    assertThat(refused.code()).isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  @Rule("HTTP-09")
  void an_idempotency_key_of_other_bytes_is_unreadable() {
    Tenant tenant = subject.tenant();
    String body = Generate.body("x");
    Exchange refused =
        subject
            .wire()
            .sendRaw(
                new RawRequest(
                    RawRequest.head(
                                "POST /api/v1/generate HTTP/1.1",
                                "Host: localhost",
                                "Authorization: " + tenant.authorization(),
                                "Content-Type: application/json",
                                "Idempotency-Key: caf\u00e9",
                                "Content-Length: " + body.length())
                            .text()
                        + body));
    assertThat(refused.code()).isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  @Rule("HTTP-08")
  void a_second_request_on_the_same_connection_is_answered_for_itself() {
    String head = "GET /api/v1/errors/RATE_LIMIT HTTP/1.1\r\nHost: localhost\r\n\r\n";
    assertThat(subject.wire().sendRaw(new RawRequest(head + head)).status()).isEqualTo(200);
  }

  @Test
  @Rule("HTTP-08")
  void http_1_0_is_served() {
    Exchange exchange =
        subject.wire().sendRaw(RawRequest.head("GET /api/v1/errors/RATE_LIMIT HTTP/1.0"));
    assertThat(exchange.status()).isEqualTo(200);
  }

  @Test
  @Rule({"HTTP-11", "ERR-06"})
  void a_request_id_of_the_callers_making_is_not_taken() {
    String own = "req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G";
    Exchange exchange =
        subject.tenant().send(Request.get("/api/v1/account").with("X-Request-Id", own));
    assertThat(exchange.require("X-Request-Id")).isNotEqualTo(own);
  }
}
