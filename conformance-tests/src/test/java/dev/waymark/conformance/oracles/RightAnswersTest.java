package dev.waymark.conformance.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.contract.ResponseExample;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every answer that the contract shows is right, and stays livable where callers are told so. */
final class RightAnswersTest {
  private static Stream<Reply> examples() {
    return Reply.CONTRACT.operations().stream().flatMap(Reply::all).map(Reply::of);
  }

  private static Stream<ResponseExample> errors() {
    return Reply.CONTRACT.operations().stream()
        .flatMap(Reply::all)
        .filter(example -> example.response().status() >= 400);
  }

  @Test
  void what_the_contract_shows_breaks_nothing() {
    assertThat(Reply.broken(examples(), List::isEmpty)).isEmpty();
  }

  @Test
  void a_code_that_nobody_knows_yet_is_odd() {
    Stream<Reply> future =
        errors().map(example -> Reply.of(example).named(example.name(), "SOMETHING_NEW"));
    assertThat(Reply.broken(future, List.of("code SHOULD")::equals)).isEmpty();
  }

  @Test
  void other_words_are_odd() {
    Stream<Reply> worded =
        errors()
            .map(Reply::of)
            .map(reply -> {
              ObjectNode body = (ObjectNode) reply.json();
              for (String name : List.of("message", "next")) {
                body.put(name, "In other words: " + body.path(name).asText() + " 7 times");
              }
              return reply.withBody(body.toString());
            });
    assertThat(Reply.broken(worded, List.of("text SHOULD")::equals)).isEmpty();
  }

  @Test
  void another_field_is_odd_at_most() {
    Stream<Reply> longer =
        examples()
            .map(reply -> {
              ObjectNode body = (ObjectNode) reply.json();
              body.putObject("x_more").put("n", 1);
              return reply.withBody(body.toString());
            });
    assertThat(Reply.broken(longer, List.of("extras SHOULD", "body SHOULD")::containsAll))
        .isEmpty();
  }
}
