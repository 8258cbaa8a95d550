package dev.waymark.conformance.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that is told of an answer, word for word: no more, and nothing else. */
final class HowTest {
  private static final Reply REPLY = Reply.rateLimited(Shape.NATIVE);
  private static final String HELP = "http://127.0.0.1:8080/docs/errors/RATE_LIMIT";

  @Test
  void a_text_that_only_says_what_is_wrong_is_broken() {
    Reply silent =
        Reply.rateLimited(Shape.PLAIN)
            .replaced(" Wait 7 seconds, then send the same request again.", "");
    assertThat(silent.broken()).containsExactly("text MUST");
    assertThat(silent.replaced("seconds.", "seconds. Try later.").broken())
        .containsExactly("text SHOULD");
  }

  @Test
  void help_may_stand_at_the_address_that_was_called_wherever_that_is() {
    assertThat(REPLY.violationsAt(URI.create("https://api.example:8443"))).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "PROBLEM | \"status\":429 | \"status\":503 | rendering: status is \"503\" and not \"429\"",
        "PROBLEM | urn:waymark: | urn:other: | rendering: instance is \"urn:other:request:"
            + "req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G\" and not \"urn:waymark:request:"
            + "req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G\"",
        "PROBLEM | \"status\":429 | \"more\":1,\"status\":429 | rendering: the member more is none of"
            + " this rendering's",
        "PROBLEM | Too many calls | Slow down | rendering: title is not \"Too many calls\"",
        "PROBLEM | \"limit\":240 | \"more\":1,\"limit\":240 | extras: the field more is none of this"
            + " error's",
        "STATUS | \"code\":429 | \"code\":503 | rendering: code is \"503\" and not \"429\"",
        "STATUS | \"retry_after\":7 | \"retry_after\":8 | rendering: retry_after is \"8\" and not"
            + " \"7\"",
        "STATUS | \"code\":429 | \"more\":1,\"code\":429 | rendering: the member more is none of this"
            + " rendering's",
        "TYPED | \"code\":\"RATE | \"code\":\"GATE | rendering: error.code is \"GATE_LIMIT\" and not"
            + " \"RATE_LIMIT\"",
        "TYPED | \"param\":null | \"param\":\"x\" | rendering: error.param is not the first field that"
            + " is wrong, or null without one",
        "TYPED | \"param\":null | \"more\":1,\"param\":null | rendering: the member more is none of"
            + " this rendering's",
        "TYPED | {\"error\":{ | {\"more\":1,\"error\":{ | rendering: the member more is none of this"
            + " rendering's",
        "TYPED | \"type\":\"RATE | \"type\":\"GATE | code: the body says \"GATE_LIMIT\" and not"
            + " RATE_LIMIT",
        "PLAIN | {\"error\" | {\"more\":1,\"error\" | rendering: the member more is none of this"
            + " rendering's",
        "NATIVE | \"error\":\"RATE | \"error\":\"GATE | code: the body says \"GATE_LIMIT\" and not"
            + " RATE_LIMIT",
        "NATIVE | \"state\":\"none\" | \"state\":\"held\" | charge: charge.state ought to be none",
        "NATIVE | \"credits\":0 | \"credits\":7 | charge: charge.credits ought to be 0",
        "NATIVE | F9G\",\"retry | F9H\",\"retry | request-id: request_id is not X-Request-Id,"
            + " req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G",
        "NATIVE | errors/RATE_LIMIT | errors/OTHER | help: docs_url is not what Link says:"
            + " http://127.0.0.1:8080/docs/errors/OTHER",
        "NATIVE | calls in 60 | calls in 61 | text: message names other numbers than the error: This"
            + " caller is over its 240 calls in 61 seconds.",
        "NATIVE | Wait 7 seconds | Wait 8 seconds | text: next names other numbers than the error:"
            + " Wait 8 seconds, then send the same request again.",
      })
  void one_thing_that_is_wrong_is_told_once(Shape shape, String right, String wrong, String told) {
    assertThat(said(Reply.rateLimited(shape).replaced(right, wrong))).containsExactly(told);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "http://127.0.0.1:8080/docs/errors/RATE_LIMIT?q=1 | help: Link leads to more than the page:"
            + " http://127.0.0.1:8080/docs/errors/RATE_LIMIT?q=1",
        "http://127.0.0.1:8080/docs/errors/RATE_LIMIT#q | help: Link leads to more than the page:"
            + " http://127.0.0.1:8080/docs/errors/RATE_LIMIT#q",
        "http://127.0.0.1:8081/docs/errors/RATE_LIMIT | help: Link leads to another host than the one"
            + " that was called: http://127.0.0.1:8081/docs/errors/RATE_LIMIT",
        "http://b.example:8080/docs/errors/RATE_LIMIT | help: Link leads to another host than the one"
            + " that was called: http://b.example:8080/docs/errors/RATE_LIMIT",
        "http://localhost:8080/docs/errors/RATE_LIMIT | -",
        "http://a.example/docs/errors/RATE_LIMIT | -",
        "mailto:a@b.example | help: Link does not lead to the page on RATE_LIMIT",
        "http://127.0.0.1:8080/docs/errors/ | help: Link does not lead to the page on RATE_LIMIT",
        "#/docs/errors/RATE_LIMIT | help: Link does not lead to the page on RATE_LIMIT;help: Link"
            + " leads to another host than the one that was called: #/docs/errors/RATE_LIMIT",
      })
  void help_is_the_page_at_the_host_that_was_called(String address, String told) {
    Reply reply =
        REPLY
            .to(REPLY.request().with("Host", "a.example"))
            .replaced(HELP, address)
            .with("Link", "<" + address + ">; rel=\"help\"");
    assertThat(said(reply))
        .filteredOn(one -> !one.contains("the body: "))
        .containsExactly(told.equals("-") ? new String[0] : told.split(";"));
  }

  @Test
  void what_is_reached_by_no_operation_may_only_be_what_anything_can_meet() {
    Reply route = Reply.of("getAccount", 404, "ROUTE_NOT_FOUND");
    Request nowhere = Request.get("/nowhere");
    assertThat(said(route.to(nowhere))).isEmpty();
    assertThat(said(Reply.of("getAccount", 500, "INTERNAL_ERROR").to(nowhere))).isEmpty();
    assertThat(said(REPLY.to(nowhere)))
        .contains(
            "status: the status 429 is not documented here",
            "status: the code RATE_LIMIT is not documented here");
    assertThat(said(route.to(nowhere).withStatus(410)))
        .contains(
            "status: the status 410 is not documented here",
            "code: ROUTE_NOT_FOUND has the status 404")
        .doesNotContain("status: the code ROUTE_NOT_FOUND is not documented here");
    assertThat(said(route.named("ROUTE_NOT_FOUND", "KEY_NOT_FOUND")))
        .contains("status: the code KEY_NOT_FOUND is not documented here")
        .doesNotContain("status: the status 404 is not documented here");
    Reply future = route.to(nowhere).named("ROUTE_NOT_FOUND", "PATH_LOST");
    assertThat(said(future)).containsExactly("code: the catalogue has no code \"PATH_LOST\"");
    assertThat(said(future.with("X-Note", "1")))
        .contains("headers: the header x-note is not documented here");
    assertThat(said(Reply.of("getAccount", 200, "").to(nowhere)))
        .containsExactly("status: the status 200 is not documented here");
  }

  @Test
  void options_are_answered_without_a_body_and_with_what_is_allowed() {
    Request options = Request.of("OPTIONS", "/api/v1/account");
    Reply right =
        new Reply(options, 204, Map.of("X-Request-Id", List.of(Reply.ID)), "")
            .with("Allow", "GET, HEAD, OPTIONS");
    assertThat(said(right)).isEmpty();
    assertThat(said(right.without("Allow")))
        .containsExactly("headers: the header Allow is missing");
    assertThat(said(right.withBody("{}")))
        .containsExactly("body: there is a body where none may be");
    assertThat(said(right.withStatus(200)))
        .containsExactly("status: the status 200 is not documented here");
    assertThat(said(right.to(Request.get("/api/v1/account"))))
        .contains("status: the status 204 is not documented here");
  }

  @Test
  void a_body_is_where_it_is_owed_and_of_its_kind() {
    Request head = Request.of("HEAD", "/api/v1/account");
    assertThat(said(REPLY.to(head))).contains("body: there is a body where none may be");
    assertThat(said(REPLY.to(head).withBody(""))).isEmpty();
    String length = String.valueOf(REPLY.body().length());
    assertThat(said(REPLY.with("Content-Length", length))).isEmpty();
    assertThat(said(REPLY.with("Content-Length", "7")))
        .containsExactly("body: Content-Length is not the body's length: 7");
    assertThat(said(REPLY.with("Content-Type", "text/html; charset=utf-8")))
        .contains("body: the media type \"text/html\" is not documented here");
    assertThat(said(REPLY.with("Content-Type", " Application/JSON ;charset=utf-8"))).isEmpty();
    assertThat(said(REPLY.withBody("{")))
        .containsExactly(
            "body: the body is no JSON object or array in UTF-8",
            "body: the error has no body that can be read");
    assertThat(said(REPLY.withBody("[]")))
        .contains("body: the body: : array found, object expected");
    Reply page = shown("getErrorPage", "text/html; charset=utf-8", "<!doctype html><p>x</p>");
    assertThat(said(page)).isEmpty();
    assertThat(said(shown("getOutput", "image/png", "\u0089PNG")))
        .noneMatch(one -> one.startsWith("body"));
    assertThat(said(page.with("Content-Type", "text/plain")))
        .containsExactly("body: the media type \"text/plain\" is not documented here");
    assertThat(said(Reply.of("getAccount", 200, "").withBody("{}")))
        .isNotEmpty()
        .allMatch(one -> one.startsWith("body: the body: : required property"));
  }

  @Test
  void the_extras_of_a_code_have_their_types() {
    Reply revoked = Reply.of("getAccount", 401, "KEY_REVOKED");
    String at = revoked.json().path("revoked_at").asText();
    assertThat(
            said(
                revoked.replaced(
                    "\"revoked_at\":\"" + at, "\"revoked_at\":\"2026-01-01T00:00:00+00:00")))
        .contains("extras: revoked_at is 2026-01-01T00:00:00+00:00 and not 2026-01-01T00:00:00Z");
    String none = "extras: the extra revoked_at is missing or no timestamp";
    assertThat(
            said(
                revoked.replaced(
                    "\"revoked_at\":\"" + at, "\"revoked_at\":\"2026-01-01T00:00:00+02:00")))
        .contains(none);
    assertThat(said(revoked.replaced("\"revoked_at\":\"" + at, "\"revoked_at\":\"yesterday")))
        .contains(none);
    assertThat(said(revoked.replaced("\"revoked_at\"", "\"revoked\""))).contains(none);
    Reply invalid = Reply.of("getAccount", 401, "KEY_INVALID");
    assertThat(said(invalid)).isEmpty();
    String limit = "extras: the extra limit is missing or no integer";
    assertThat(said(REPLY.replaced("\"limit\":240", "\"limit\":\"240\""))).contains(limit);
    assertThat(said(REPLY.replaced("\"limit\":240", "\"limit\":240.5"))).contains(limit);
    assertThat(said(REPLY.replaced("\"limit\":240", "\"x\":240"))).contains(limit);
    Reply locked = Reply.of("getAccount", 403, "TIER_LOCKED");
    String plans = locked.json().path("required").toString();
    assertThat(said(locked.replaced("\"required\":" + plans, "\"required\":\"pro\"")))
        .contains("extras: the extra required is missing or no array");
    assertThat(said(locked.replaced("\"tier\":\"", "\"tier\":7,\"x\":\"")))
        .contains("extras: the extra tier is missing or no string");
  }

  @Test
  void an_optional_extra_may_be_left_out_but_not_be_something_else() {
    Reply unknown = Reply.of("startGeneration", 422, "UNKNOWN_MODEL");
    String none = "extras: the extra nearest is missing or no string";
    assertThat(said(unknown)).isEmpty();
    String nearest = unknown.json().path("nearest").toString();
    assertThat(said(unknown.replaced("\"nearest\":" + nearest, "\"nearest\":7"))).contains(none);
    assertThat(said(unknown.replaced("\"nearest\"", "\"near\""))).doesNotContain(none);
  }

  @Test
  void what_is_allowed_and_how_to_authenticate_is_told_by_header() {
    Reply method = Reply.of("getAccount", 405, "METHOD_NOT_ALLOWED");
    String allow = method.exchange().header("Allow").orElseThrow();
    assertThat(said(method.with("Allow", "TRACE")))
        .containsExactly("headers: Allow is not what allowed says");
    String[] turned = List.of(allow.split(", ")).reversed().toArray(String[]::new);
    assertThat(said(method.with("Allow", turned))).isEmpty();
    assertThat(said(method.with("Allow", " ," + allow + ",,"))).isEmpty();
    assertThat(said(method.replaced("\"allowed\"", "\"permitted\"")))
        .doesNotContain("headers: Allow is not what allowed says");
    Reply invalid = Reply.of("getAccount", 401, "KEY_INVALID");
    String asks = "headers: WWW-Authenticate does not ask for Bearer";
    assertThat(said(invalid.with("WWW-Authenticate", "Basic realm=x"))).containsExactly(asks);
    assertThat(said(invalid.with("WWW-Authenticate", "Bearers"))).containsExactly(asks);
    assertThat(said(invalid.with("WWW-Authenticate", "Basic realm=x, bearer"))).isEmpty();
    assertThat(said(invalid.with("WWW-Authenticate", "Basic realm=x", "Bearer realm=y"))).isEmpty();
  }

  @Test
  void one_header_is_there_once() {
    assertThat(said(REPLY.with("X-Should-Retry", "true", "true")))
        .containsExactly("should-retry: the header X-Should-Retry is there 2 times");
    assertThat(said(REPLY.with("Vary", "Accept", "Authorization"))).isEmpty();
    assertThat(said(REPLY.with("Retry-After", "+7")))
        .contains("retry-after: the header Retry-After: string found, integer expected");
    assertThat(said(REPLY.without("X-Request-Id")))
        .containsExactly("request-id: the header X-Request-Id is missing");
    assertThat(said(REPLY.with("Cache-Control", "max-age=300")))
        .containsExactly("headers: the header cache-control is not documented here");
    assertThat(REPLY.with("Cache-Control", "s-maxage=3").broken()).containsExactly("headers MUST");
    assertThat(REPLY.with("ETag", "public").broken()).containsExactly("headers SHOULD");
    Reply asked = REPLY.to(REPLY.request().with("Origin", "https://a.example"));
    assertThat(said(asked.with("Access-Control-Max-Age", "60"))).isEmpty();
    assertThat(said(asked.with("X-Other", "60"))).hasSize(1);
  }

  private static Reply shown(String operation, String mediaType, String body) {
    Request asked = Request.get(Reply.CONTRACT.operation(operation).examplePath());
    Reply page = new Reply(asked, 200, new TreeMap<>(), body);
    var headers =
        Reply.CONTRACT.operation(operation).responses().stream()
            .filter(response -> response.status() == 200)
            .findFirst()
            .orElseThrow();
    for (var names = headers.node().path("headers").fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.toLowerCase(Locale.ROOT).contains("ratelimit")) {
        page = page.with(name, headers.headerExample(name).orElseThrow().asText());
      }
    }
    return page.with("Content-Type", mediaType);
  }

  private static List<String> said(Reply reply) {
    return reply.violations().stream().map(Violation::toString).toList();
  }
}
