package dev.waymark.conformance.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.wire.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of texts and codes, word for word. */
final class SaidTest {
  private static final Reply REPLY = Reply.rateLimited(Shape.NATIVE);

  @Test
  void a_text_of_any_length_is_judged() {
    String long4000 = "x".repeat(3999);
    for (String text : List.of(long4000, "x".repeat(4001))) {
      assertThat(said(REPLY.replaced("Wait 7 seconds", text)))
          .anyMatch(one -> one.startsWith("text: next is \"xxx"));
      Reply plain = Reply.rateLimited(Shape.PLAIN).replaced("Wait 7 seconds", text);
      assertThat(said(plain)).anyMatch(one -> one.startsWith("text: the text is not message and"));
    }
    Reply one =
        Reply.rateLimited(Shape.PLAIN)
            .replaced("7 seconds", "1 second")
            .with("Retry-After", "1")
            .with("Retry-After-Ms", "1000");
    assertThat(said(one)).isEmpty();
    assertThat(said(one.replaced("1 second", "2 seconds")))
        .containsExactly(
            "text: the text names another wait than Retry-After: This caller is over its 240 calls"
                + " in 60 seconds. Wait 2 seconds, then send the same request again.");
    assertThat(said(one.replaced("1 second", "1 seconds")))
        .containsExactly(
            "text: the text is not message and next: This caller is over its 240 calls in 60"
                + " seconds. Wait 1 seconds, then send the same request again.");
    assertThat(said(one.without("Retry-After"))).noneMatch(told -> told.startsWith("text"));
    assertThat(said(one.withBody("{\"error\":[]}")))
        .contains("text: the text is missing, empty or none");
  }

  @Test
  void where_no_code_is_told_it_is_told_so() {
    Reply html = REPLY.without("X-Error-Code").withBody("<html>");
    assertThat(said(html)).contains("code: nothing says the error's code");
    assertThat(said(REPLY.without("X-Error-Code")))
        .containsExactly("code: the header X-Error-Code is missing");
    assertThat(said(REPLY.named("RATE_LIMIT", "no code"))).contains("code: \"no code\" is no code");
    assertThat(said(REPLY.named("RATE_LIMIT", "GENERATION_FAILED")))
        .contains("code: GENERATION_FAILED is a generation's and no answer's");
    assertThat(said(REPLY.named("RATE_LIMIT", "KEY_INVALID")))
        .contains("code: KEY_INVALID has the status 401");
  }

  @Test
  void a_future_code_may_name_a_field_and_owes_what_every_error_does() {
    Reply future = Reply.rateLimited(Shape.TYPED).named("RATE_LIMIT", "SOMETHING_NEW");
    assertThat(said(future.replaced("\"param\":null", "\"param\":\"model\"")))
        .containsExactly("code: the catalogue has no code \"SOMETHING_NEW\"");
    assertThat(said(future.replaced("\"param\":null", "\"param\":7")))
        .contains(
            "rendering: error.param is not the first field that is wrong, or null without one");
    Reply named = REPLY.named("RATE_LIMIT", "SOMETHING_NEW");
    assertThat(said(named.replaced("\"charge\"", "\"fee\"")))
        .contains("charge: the body: : required property 'charge' not found");
    assertThat(said(named.replaced("\"limit\":240", "\"limit\":\"x\"")))
        .contains("extras: the body: /limit: string found, integer expected");
  }

  @Test
  void the_first_wrong_parameter_is_named_in_the_typed_rendering() {
    Reply invalid = Reply.of("startGeneration", 422, "INVALID_PARAMS");
    var error = (ObjectNode) invalid.json();
    var inner = error.deepCopy();
    var body = error.objectNode();
    var details = error.objectNode();
    List.of("field", "reason", "fields", "errors")
        .forEach(name -> details.set(name, inner.remove(name)));
    inner.set("type", inner.remove("error"));
    inner.put("code", "INVALID_PARAMS").put("param", error.path("field").asText());
    inner.set("details", details);
    body.set("error", inner);
    Reply typed = invalid.with("Content-Type", Shape.TYPED.mediaType()).withBody(body.toString());
    assertThat(said(typed)).isEmpty();
    inner.putNull("param");
    assertThat(said(typed.withBody(body.toString())))
        .containsExactly(
            "rendering: error.param is not the first field that is wrong, or null without one");
  }

  @Test
  void a_rate_limit_that_refuses_has_nothing_left() {
    Reply left = REPLY.with("X-RateLimit-Remaining", "1").with("RateLimit", "\"rpm\";r=1;t=7");
    assertThat(said(left)).containsExactly("limits: calls remain and yet it is refused");
    Reply others =
        Reply.of("startGeneration", 429, "CONCURRENCY_LIMIT")
            .with("X-RateLimit-Remaining", "1")
            .with("RateLimit", "\"rpm\";r=1;t=7");
    assertThat(said(others)).isEmpty();
    assertThat(said(others.with("X-Credits-Charged", "7")))
        .contains("meter: a refusal has charged credits");
  }

  private static List<String> said(Reply reply) {
    return reply.violations().stream().map(Violation::toString).toList();
  }
}
