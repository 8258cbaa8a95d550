package dev.waymark.conformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.contract.ResponseExample;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code X-Test-Error: CODE} with a test key; every answer is judged as it comes. */
@ExtendWith(SubjectExtension.class)
final class ForcedErrorTest {
  private final Subject subject;

  ForcedErrorTest(Subject subject) {
    this.subject = subject;
  }

  static Stream<Arguments> listed() {
    return Contract.read().operations().stream()
        .flatMap(
            operation -> operation.codes().stream().map(code -> Arguments.of(operation, code)));
  }

  static Stream<Operation> operations() {
    return Contract.read().operations().stream();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("listed")
  @Rule({"SAND-03", "TEST-01"})
  void a_listed_code_is_answered_as_the_contract_shows_it(Operation operation, String code) {
    Exchange forced = subject.sandbox().send(Forced.request(operation, code));

    assertThat(forced.code()).as("%s", forced).isEqualTo(code);
    assertThat(withoutWhatIsOurs(forced.json())).isEqualTo(example(operation, code));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  @Rule("SAND-04")
  void a_code_that_is_not_listed_is_malformed_and_all_that_are_listed_are_named(
      Operation operation) {
    Exchange refused = subject.sandbox().send(Forced.request(operation, "NO_SUCH_CODE"));

    assertThat(refused.code()).as("%s", refused).isEqualTo("MALFORMED_REQUEST");
    assertThat(refused.json().path("reason").asText())
        .contains(operation.codes())
        .doesNotContain("NO_SUCH_CODE");
  }

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(
      strings = {
        "",
        "rate_limit",
        "RATE_LIMIT;",
        "RATE_LIMIT delay_ms=1",
        "RATE_LIMIT; delay_ms=",
        "RATE_LIMIT; delay_ms=-1",
        "RATE_LIMIT; delay_ms=60001",
        "RATE_LIMIT; delay_ms=99999999999999999999",
        "RATE_LIMIT; delay_ms=1.5",
        "RATE_LIMIT; delay_ms=1; delay_ms=2",
        "RATE_LIMIT; wait=1",
        "RATE_LIMIT, OVERLOADED",
        "GENERATION_FAILED"
      })
  @Rule("SAND-04")
  void what_is_not_of_the_form_is_malformed(String text) {
    Exchange refused = subject.sandbox().send(Forced.account(text));

    assertThat(refused.code()).as("%s", refused).isEqualTo("MALFORMED_REQUEST");
    assertThat(refused.json().path("reason").asText()).contains("CODE; delay_ms=n", "TIER_LOCKED");
  }

  @Test
  @Rule("SAND-04")
  void the_header_twice_is_malformed() {
    Exchange refused =
        subject.sandbox().send(Forced.account("RATE_LIMIT").with(Forced.HEADER, "RATE_LIMIT"));

    assertThat(refused.json().path("reason").asText()).contains("more than once");
  }

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(strings = {"OVERLOADED;delay_ms=0", " OVERLOADED ", "OVERLOADED ;  delay_ms=00000 "})
  @Rule("SAND-03")
  void white_space_around_the_parts_does_not_matter(String text) {
    assertThat(subject.sandbox().send(Forced.account(text)).code()).isEqualTo("OVERLOADED");
  }

  @Test
  @Rule("SAND-10")
  void a_forced_call_counts_one_against_the_rate_limit() {
    Tenant sandbox = subject.sandbox();
    Request forced = Forced.account("TIER_LOCKED");

    long first = sandbox.send(forced).number("X-RateLimit-Remaining");
    long second = sandbox.send(forced).number("X-RateLimit-Remaining");

    assertThat(second).isEqualTo(first - 1);
  }

  @Test
  @Rule("SAND-10")
  void whoever_is_over_the_true_limit_is_told_so_and_not_the_forced_error() {
    Tenant sandbox = subject.tenant("tiny").sandbox();
    Request forced = Forced.account("TIER_LOCKED");
    for (int call = 0; call < 4; call++) {
      sandbox.send(forced);
    }

    Exchange limited = sandbox.send(forced);

    assertThat(limited.code()).isEqualTo("RATE_LIMIT");
    assertThat(limited.number("X-RateLimit-Limit")).isEqualTo(4);
  }

  /** What the contract shows, but for the call's own id and this server's own address. */
  private static ObjectNode withoutWhatIsOurs(JsonNode body) {
    ObjectNode shown = body.deepCopy();
    shown.remove(List.of("request_id", "docs_url"));
    return shown;
  }

  private static ObjectNode example(Operation operation, String code) {
    return operation.errors().stream()
        .flatMap(response -> response.examples().stream())
        .filter(example -> example.name().equals(code))
        .filter(example -> example.mediaType().equals("application/json"))
        .map(ResponseExample::value)
        .map(ForcedErrorTest::withoutWhatIsOurs)
        .findFirst()
        .orElseThrow();
  }
}
