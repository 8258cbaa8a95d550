package dev.waymark.conformance.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.GoodRequests;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.subject.Together;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation that creates or charges, sent more than once. */
@ExtendWith(SubjectExtension.class)
final class CreatedOnceTest {
  private static final String KEY = "Idempotency-Key";

  /** What the contract lets differ between a first answer and its replay, and what HTTP does. */
  private static final Set<String> OF_THE_CALL =
      Set.of(
          "date",
          "x-request-id",
          "x-original-request-id",
          "idempotent-replayed",
          "x-ratelimit-remaining",
          "x-ratelimit-reset",
          "ratelimit",
          "x-credits-charged",
          "x-credits-remaining",
          "x-concurrency-remaining");

  private final Subject subject;

  CreatedOnceTest(Subject subject) {
    this.subject = subject;
  }

  static Stream<Operation> creating() {
    return Contract.read().operations().stream().filter(Operation::takesIdempotencyKey);
  }

  static Stream<Operation> sealed() {
    return creating()
        .filter(operation -> Set.of("createKey", "createAccount").contains(operation.id()));
  }

  @ParameterizedTest
  @MethodSource("creating")
  @Rule({"IDEM-10", "IDEM-11", "V-12"})
  void a_replay_is_the_first_answer_to_the_byte_and_makes_nothing(Operation operation) {
    Tenant tenant = subject.tenant();
    Request request = new GoodRequests(subject, tenant).of(operation).with(KEY, "once");
    Exchange first = tenant.send(request);
    long made = made();

    subject.time().pass(Duration.ofHours(23));
    Exchange replay = tenant.send(request);

    assertThat(replay.status()).isEqualTo(first.status()).isLessThan(300);
    assertThat(replay.body()).isEqualTo(first.body());
    assertThat(lasting(replay)).isEqualTo(lasting(first));
    assertThat(first.require("Idempotent-Replayed")).isEqualTo("false");
    assertThat(replay.require("Idempotent-Replayed")).isEqualTo("true");
    assertThat(replay.require("X-Original-Request-Id")).isEqualTo(first.require("X-Request-Id"));
    assertThat(made()).isEqualTo(made);
  }

  @ParameterizedTest
  @MethodSource("creating")
  @Rule({"IDEM-03", "IDEM-11"})
  void another_body_under_the_same_key_is_refused_and_names_the_first_call(Operation operation) {
    Tenant tenant = subject.tenant();
    Request request = new GoodRequests(subject, tenant).of(operation).with(KEY, "once");
    Exchange first = tenant.send(request);
    long made = made();

    Exchange refused = tenant.send(GoodRequests.another(operation, request));

    assertThat(refused.code()).as("%s", refused).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(refused.json().path("original_request_id").asText())
        .isEqualTo(first.require("X-Request-Id"));
    assertThat(made()).isEqualTo(made);
  }

  @ParameterizedTest
  @MethodSource("creating")
  @Rule({"IDEM-06", "IDEM-11"})
  void a_refusal_leaves_the_key_free(Operation operation) {
    Tenant tenant = subject.tenant();
    Request good = new GoodRequests(subject, tenant).of(operation).with(KEY, "free");
    assertThat(tenant.send(good.withBody("{}")).code()).isEqualTo("INVALID_PARAMS");
    tenant.deny(operation.scope());
    assertThat(tenant.send(good).code()).isEqualTo("SCOPE_MISSING");
    tenant.grant(operation.scope());

    assertThat(tenant.send(good).require("Idempotent-Replayed")).isEqualTo("false");
    tenant.deny(operation.scope());
    assertThat(tenant.send(good).require("Idempotent-Replayed")).isEqualTo("true");
  }

  @ParameterizedTest
  @MethodSource("creating")
  @Rule({"IDEM-05", "IDEM-11"})
  void parallel_calls_with_one_key_have_one_effect(Operation operation) {
    Tenant tenant = subject.tenant();
    Request request = new GoodRequests(subject, tenant).of(operation).with(KEY, "once");
    long before = made();

    List<Exchange> answers = Together.times(8, () -> tenant.send(request));

    Set<String> bodies = new HashSet<>();
    answers.stream()
        .filter(answer -> answer.status() < 300)
        .forEach(answer -> bodies.add(answer.text()));
    assertThat(bodies).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() >= 300)
        .allMatch(answer -> answer.code().equals("IDEMPOTENCY_IN_PROGRESS"));
    long after = made();
    tenant.send(request.without(KEY).with(KEY, "another"));
    assertThat(after - before).isPositive().isEqualTo(made() - after);
  }

  @ParameterizedTest
  @MethodSource("creating")
  @Rule("IDEM-07")
  void after_24_hours_the_key_is_free(Operation operation) {
    Tenant tenant = subject.tenant();
    Request request = new GoodRequests(subject, tenant).of(operation).with(KEY, "once");
    Exchange first = tenant.send(request);
    subject.time().pass(Duration.ofHours(24));

    Exchange second = tenant.send(request);

    assertThat(second.require("Idempotent-Replayed")).isEqualTo("false");
    assertThat(second.text()).isNotEqualTo(first.text());
  }

  @ParameterizedTest
  @MethodSource("sealed")
  @Rule("IDEM-12")
  void who_calls_with_another_api_key_cannot_have_the_secret_replayed(Operation operation) {
    Tenant tenant = subject.tenant();
    Request request = new GoodRequests(subject, tenant).of(operation).with(KEY, "once");
    Exchange first = tenant.send(request);
    Tenant other = tenant.withOtherKey();
    other.grant(operation.scope());

    Exchange refused = other.send(request);

    assertThat(refused.code()).as("%s", refused).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(refused.json().path("original_request_id").asText())
        .isEqualTo(first.require("X-Request-Id"));
  }

  @Test
  @Rule({"IDEM-04", "IDEM-11"})
  void a_change_of_credits_is_replayed_to_any_key_of_the_operator() {
    Tenant tenant = subject.tenant().withOperatorKey();
    String path = "/api/v1/admin/accounts/" + tenant.account() + "/credits";
    Request topup = Request.post(path, "{\"type\":\"topup\",\"credits\":7}").with(KEY, "once");
    Exchange first = tenant.send(topup);

    assertThat(tenant.withOperatorKey().send(topup).text()).isEqualTo(first.text());
    assertThat(tenant.wallet().sum("topup")).isEqualTo(7);
  }

  @Test
  @Rule("IDEM-04")
  void the_same_key_on_another_operation_is_another_one() {
    Tenant tenant = subject.tenant();
    creating()
        .forEach(operation -> {
          Request request = new GoodRequests(subject, tenant).of(operation).with(KEY, "same");
          assertThat(tenant.send(request).header("Idempotent-Replayed")).hasValue("false");
        });
  }

  private static Map<String, List<String>> lasting(Exchange exchange) {
    TreeMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(exchange.headers().map());
    headers.keySet().removeIf(name -> OF_THE_CALL.contains(name.toLowerCase(Locale.ROOT)));
    return headers;
  }

  /** All keys, accounts, generations and entries that callers have made; no grants. */
  private long made() {
    return subject
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT (SELECT count(*) FROM api_key) + (SELECT count(*) FROM account)
                         + (SELECT count(*) FROM generation)
                         + (SELECT count(*) FROM ledger_entry WHERE kind IN ('hold', 'topup', 'adjust'))
                    """)
                .mapTo(Long.class)
                .one());
  }
}
