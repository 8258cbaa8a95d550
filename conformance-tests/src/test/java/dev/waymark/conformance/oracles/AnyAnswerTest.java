package dev.waymark.conformance.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.contract.ResponseExample;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes as an answer is judged, and nothing of it ends the run. */
final class AnyAnswerTest {
  private static final ContractCheck CHECK = new ContractCheck(Reply.CONTRACT);
  private static final List<ResponseExample> EXAMPLES =
      Reply.CONTRACT.operations().stream().flatMap(Reply::all).toList();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** One change of an answer. */
  interface Spoiling {
    Reply of(Reply reply);
  }

  @Property(tries = 1500)
  void a_good_answer_with_anything_wrong_is_judged(
      @ForAll("answers") Reply answer, @ForAll("spoilings") List<Spoiling> spoilings) {
    Reply spoilt = answer;
    for (Spoiling spoiling : spoilings) {
      spoilt = spoiling.of(spoilt);
    }
    assertThat(CHECK.violations(spoilt.exchange())).doesNotContainNull();
  }

  @Property(tries = 700)
  void junk_is_judged_and_is_never_right(
      @ForAll("answers") Reply answer, @ForAll("junk") byte[] junk) {
    Exchange exchange = answer.withStatus(answer.status()).exchange(junk);
    assertThat(CHECK.violations(exchange)).extracting(Violation::level).contains(Level.MUST);
  }

  @Property(tries = 700)
  void a_body_cut_short_is_judged_and_is_never_right(
      @ForAll("answers") Reply answer, @ForAll("share") double share) {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    Exchange cut = answer.exchange(Arrays.copyOf(body, (int) (body.length * share)));
    assertThat(CHECK.violations(cut)).extracting(Violation::clause).contains(Clause.BODY);
  }

  @Property(tries = 300)
  void a_body_in_another_encoding_is_never_right(
      @ForAll("answers") Reply answer, @ForAll("encodings") String encoding) {
    byte[] body = answer.body().getBytes(java.nio.charset.Charset.forName(encoding));
    assertThat(CHECK.violations(answer.exchange(body)))
        .extracting(Violation::clause)
        .contains(Clause.BODY);
  }

  @Provide
  Arbitrary<Reply> answers() {
    Arbitrary<Reply> shown = Arbitraries.of(EXAMPLES).map(Reply::of);
    Arbitrary<Reply> rendered = Arbitraries.of(Shape.values()).map(Reply::rateLimited);
    return Arbitraries.oneOf(shown, rendered);
  }

  @Provide
  Arbitrary<List<Spoiling>> spoilings() {
    Arbitrary<Spoiling> headers =
        Combinators.combine(headerNames(), texts()).as((name, text) -> it -> it.with(name, text));
    Arbitrary<Spoiling> twice =
        Combinators.combine(headerNames(), texts())
            .as((name, text) -> it -> it.with(name, text, text));
    Arbitrary<Spoiling> missing = headerNames().map(name -> it -> it.without(name));
    Arbitrary<Spoiling> statuses =
        Arbitraries.integers().between(100, 999).map(to -> it -> it.withStatus(to));
    Arbitrary<Spoiling> requests =
        Arbitraries.of("GET", "HEAD", "POST", "OPTIONS", "TRACE", "%")
            .flatMap(method -> targets().map(target -> it -> it.to(Request.of(method, target))));
    Arbitrary<Spoiling> members =
        Combinators.combine(Arbitraries.integers().between(0, 40), values())
            .as((place, value) -> it -> it.withBody(changed(it, place, value)));
    Arbitrary<Spoiling> bodies = texts().map(text -> it -> it.withBody(text));
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, headers),
            net.jqwik.api.Tuple.of(1, twice),
            net.jqwik.api.Tuple.of(2, missing),
            net.jqwik.api.Tuple.of(1, statuses),
            net.jqwik.api.Tuple.of(1, requests),
            net.jqwik.api.Tuple.of(6, members),
            net.jqwik.api.Tuple.of(1, bodies))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<byte[]> junk() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofMaxSize(200)
        .filter(bytes -> bytes.length != 0);
  }

  @Provide
  Arbitrary<Double> share() {
    return Arbitraries.doubles().between(0.0, 0.99);
  }

  @Provide
  Arbitrary<String> encodings() {
    return Arbitraries.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32");
  }

  private static Arbitrary<String> headerNames() {
    return Arbitraries.of(
        "Content-Type",
        "Content-Length",
        "X-Request-Id",
        "X-Error-Code",
        "X-Should-Retry",
        "Retry-After",
        "Retry-After-Ms",
        "X-RateLimit-Limit",
        "X-RateLimit-Remaining",
        "X-RateLimit-Reset",
        "RateLimit",
        "RateLimit-Policy",
        "Link",
        "Vary",
        "Allow",
        "WWW-Authenticate",
        "Date",
        "Via",
        "Server",
        "X-Credits-Charged",
        "X-Concurrency-Limit",
        "Location",
        "Cache-Control",
        "X-Other");
  }

  private static Arbitrary<String> targets() {
    return Arbitraries.of(
        "/",
        "",
        "*",
        "/api/v1/account",
        "/api/v1/generate",
        "/%zz",
        "http://[",
        "/api/v1/../x",
        "?");
  }

  /** What somebody may have written where a number, a code, an address or a date belongs. */
  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.of(
            "",
            " ",
            "-",
            "-1",
            "0",
            "1",
            "7.5",
            "1e9",
            "99999999999999999999",
            "NaN",
            "null",
            "{}",
            "[]",
            "true",
            "RATE_LIMIT",
            "FUTURE_CODE",
            "GENERATION_FAILED",
            "KEY_INVALID",
            "rate limit",
            "<>; rel=\"help\"",
            "<::>; rel=help",
            "<http://[::1>; rel=\"help\"",
            "<mailto:x@y>; rel=help",
            "</docs/errors/RATE_LIMIT>; rel=help",
            "\"rpm\";q=240;w=60",
            "\"rpm\";q=;w=",
            "\"rpm\"",
            "\"rpm\";r=99999999999999999999;t=-1",
            "application/json",
            "application/problem+json",
            "text/html; charset=utf-16",
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "Thu, 99 Foo 2026",
            "2026-01-01T00:00:00Z",
            "2026-13-01",
            "at a.b(C.java:1)",
            "[1,[2,[3]]]",
            "\u0000",
            "\ud800"));
  }

  private static Arbitrary<JsonNode> values() {
    return Arbitraries.oneOf(
        texts().map(JSON::textNode),
        Arbitraries.<JsonNode>of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.objectNode(),
            JSON.arrayNode(),
            JSON.arrayNode().add(7).addNull(),
            JSON.objectNode().put("error", 1).put("details", "x"),
            JSON.numberNode(-1),
            JSON.numberNode(0),
            JSON.numberNode(7.5),
            JSON.numberNode(1e308),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.numberNode(new BigInteger("9".repeat(60))),
            JSON.numberNode(new BigDecimal("1e-30"))));
  }

  /** Another value for one of the members, wherever it stands. */
  private static String changed(Reply reply, int place, JsonNode value) {
    if (!reply.exchange().hasJson()) {
      return value.toString();
    }
    JsonNode body = reply.json();
    List<Runnable> changes = new ArrayList<>();
    within(body, value, changes);
    if (changes.isEmpty()) {
      return value.toString();
    }
    changes.get(place % changes.size()).run();
    return body.toString();
  }

  private static void within(JsonNode node, JsonNode value, List<Runnable> changes) {
    if (node instanceof ObjectNode object) {
      List.copyOf(object.properties())
          .forEach(member -> {
            changes.add(() -> object.set(member.getKey(), value));
            changes.add(() -> object.remove(member.getKey()));
            changes.add(() -> object.set(member.getKey() + "_x", value));
            within(member.getValue(), value, changes);
          });
    } else if (node instanceof ArrayNode array) {
      Stream.iterate(0, index -> index < array.size(), index -> index + 1)
          .forEach(index -> {
            changes.add(() -> array.set(index, value));
            within(array.get(index), value, changes);
          });
    }
  }
}
