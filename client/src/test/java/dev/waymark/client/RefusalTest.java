package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.client.ScriptedServer.Answer;
import dev.waymark.errors.ChargeState;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Retry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class RefusalTest {

  private static final String REQUEST_ID = "req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G";

  private static final List<String> COMMON =
      List.of("error", "message", "next", "docs_url", "request_id", "retry", "charge");

  private final ScriptedServer server = new ScriptedServer();
  private final WaymarkClient waymark = server.client().build();

  @AfterEach
  void stop() {
    waymark.close();
    server.close();
  }

  private RefusedException refused(Answer answer) {
    server.answer(answer);
    return catchThrowableOfType(RefusedException.class, () -> waymark.account().get());
  }

  @TestFactory
  List<DynamicTest> every_code_of_the_contract_arrives_whole() {
    return Contract.catalogue()
        .map(row -> {
          String code = row.path("code").asText();
          int status = row.path("status").asInt();
          return DynamicTest.dynamicTest(
              code,
              () -> {
                RefusedException refusal = refused(Answer.refusal(status, code));
                assertThat(refusal.status()).isEqualTo(status);
                assertThat(refusal.code()).isEqualTo(code);
                assertThat(refusal.knownCode()).contains(ErrorCode.valueOf(code));
                assertThat(refusal.requestId()).contains(REQUEST_ID);
                assertThat(refusal.docsUrl().orElseThrow()).endsWith("/docs/errors/" + code);
                assertThat(refusal.retry().orElseThrow().strategy())
                    .isEqualTo(ErrorCode.valueOf(code).strategy());
                assertThat(refusal.charge()).contains(new Charge(ChargeState.NONE, 0));
                assertThat(refusal)
                    .hasMessageContaining(refusal.next())
                    .hasMessageContaining(refusal.docsUrl().orElseThrow())
                    .hasMessageContaining(REQUEST_ID);
                Contract.example(code)
                    .remove(COMMON)
                    .fieldNames()
                    .forEachRemaining(extra -> assertThat(refusal.extras()).containsKey(extra));
                assertThat(refusal.extras()).doesNotContainKeys(COMMON.toArray(String[]::new));
              });
        })
        .toList();
  }

  @Test
  void the_wait_is_the_one_in_milliseconds_where_there_is_one() {
    RefusedException refusal =
        refused(
            Answer.refusal(429, "RATE_LIMIT")
                .with("Retry-After", "7")
                .with("Retry-After-Ms", "6840")
                .with("X-Should-Retry", "true"));

    assertThat(refusal.retryAfter()).contains(Duration.ofMillis(6840));
    assertThat(refusal.shouldRetry()).isTrue();
    assertThat(refusal.retry()).contains(Retry.afterDelay(Duration.ofMillis(6840)));
  }

  @Test
  void the_wait_is_the_one_in_seconds_otherwise_and_may_be_a_date() {
    assertThat(refused(Answer.of(429, "").with("Retry-After", "7")).retryAfter())
        .contains(Duration.ofSeconds(7));
    assertThat(
            refused(Answer.of(503, "").with("Retry-After", "Sun, 22 Nov 2099 10:00:00 GMT"))
                .retryAfter())
        .isPresent();
  }

  /** A key may be pinned to a shape for callers of another kind; a tie would leave it to that. */
  @Test
  void every_call_asks_for_native_errors_rather_than_any_other_shape() {
    refused(Answer.refusal(429, "RATE_LIMIT"));

    List<Range> ranges = Range.all(server.last().header("Accept"));
    Range plain =
        ranges.stream().filter(range -> range.type().equals("application/json")).findAny().get();
    assertThat(ranges).hasSizeGreaterThan(1).allMatch(range -> !range.type().contains("*"));
    assertThat(ranges)
        .filteredOn(range -> !range.equals(plain))
        .allMatch(range -> range.weight() < plain.weight())
        .anyMatch(range -> range.type().equals("application/problem+json"));
  }

  private record Range(String type, double weight) {
    static List<Range> all(String accept) {
      return Stream.of(accept.split(","))
          .map(range -> range.strip().split(";q="))
          .map(parts -> new Range(parts[0], parts.length == 1 ? 1 : Double.parseDouble(parts[1])))
          .toList();
    }
  }

  @Test
  void a_server_that_names_no_page_is_not_said_to_have_one() {
    RefusedException refusal =
        refused(Answer.of(429, Contract.example("RATE_LIMIT").without("docs_url")));

    assertThat(refusal.docsUrl()).isEmpty();
    assertThat(refusal).hasMessageContaining(refusal.next() + " (" + REQUEST_ID);
  }

  @Test
  void a_code_that_is_not_known_survives() {
    var newer = Contract.example("RATE_LIMIT").put("error", "MOON_PHASE").put("moon", "waning");

    RefusedException refusal = refused(Answer.of(418, newer));

    assertThat(refusal.code()).isEqualTo("MOON_PHASE");
    assertThat(refusal.knownCode()).isEmpty();
    assertThat(refusal.extras()).containsEntry("moon", "waning");
  }

  @Test
  void a_retry_strategy_that_is_not_known_leaves_the_rest_as_it_is() {
    var newer = Contract.example("RATE_LIMIT");
    newer.putObject("retry").put("strategy", "after_payment");

    RefusedException refusal = refused(Answer.of(402, newer));

    assertThat(refusal.retry()).isEmpty();
    assertThat(refusal.code()).isEqualTo("RATE_LIMIT");
  }

  @Test
  void a_proxys_page_is_told_from_an_answer_of_the_api() {
    RefusedException refusal =
        refused(Answer.of(502, "<html>Bad Gateway</html>").with("Content-Type", "text/html"));

    assertThat(refusal.status()).isEqualTo(502);
    assertThat(refusal.code()).isEqualTo(WaymarkError.UNKNOWN_CODE);
    assertThat(refusal.knownCode()).isEmpty();
    assertThat(refusal.shouldRetry()).isFalse();
    assertThat(refusal.body()).isEqualTo("<html>Bad Gateway</html>");
    assertThat(refusal)
        .hasMessageContaining("text/html")
        .hasMessageContaining("Check that the base URL leads to a Waymark server");
  }

  @Test
  void what_is_lost_with_the_body_is_taken_from_the_headers() {
    RefusedException refusal =
        refused(
            Answer.of(429, "{\"error\":\"RATE_LI")
                .with("X-Error-Code", "RATE_LIMIT")
                .with("X-Request-Id", REQUEST_ID));

    assertThat(refusal.knownCode()).contains(ErrorCode.RATE_LIMIT);
    assertThat(refusal.requestId()).contains(REQUEST_ID);
  }

  @Test
  void a_redirect_is_not_followed_but_told() {
    RefusedException refusal =
        refused(Answer.of(302, "").with("Location", server.url() + "/elsewhere"));

    assertThat(refusal.status()).isEqualTo(302);
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void a_success_that_is_not_the_contracts_is_told_and_not_a_parse_error() {
    RefusedException page =
        refused(Answer.of(200, "<html>Sign in to this network</html>").with("X-Request-Id", "r"));
    RefusedException empty = refused(Answer.of(200, ""));
    RefusedException other = refused(Answer.of(200, "{}"));

    assertThat(List.of(page, empty, other)).extracting(RefusedException::status).containsOnly(200);
    assertThat(page.requestId()).contains("r");
    assertThat(other).hasRootCauseMessage("the answer lacks account_id");
  }

  @Test
  void an_answer_that_repeats_the_key_does_not_bring_it_into_the_exception() {
    RefusedException refusal =
        refused(
            Answer.of(400, Contract.example("RATE_LIMIT").put("message", "wm_test_secret is odd")));

    assertThat(refusal).hasMessageContaining("[key] is odd").hasMessageNotContaining("secret");
    assertThat(refusal.body()).doesNotContain("secret");
  }
}
