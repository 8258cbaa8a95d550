package dev.waymark.conformance.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.GoodRequests;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a key may do, and what it may hand on. */
@ExtendWith(SubjectExtension.class)
final class KeyScopesTest {
  private static final String KEYS = "/api/v1/keys";
  private static final String NO_SCOPES = "{\"name\":\"none\",\"scopes\":[]}";

  private final Subject subject;

  KeyScopesTest(Subject subject) {
    this.subject = subject;
  }

  static Stream<Operation> secured() {
    return Contract.read().operations().stream().filter(Operation::isSecured);
  }

  static Stream<Operation> unsecured() {
    return Contract.read().operations().stream().filter(operation -> !operation.isSecured());
  }

  @ParameterizedTest
  @MethodSource("secured")
  @Rule("KEY-04")
  void the_scope_that_an_operation_names_is_enough_for_it(Operation operation) {
    Tenant tenant = subject.tenant();
    Request good = new GoodRequests(subject, tenant).of(operation);

    Exchange answer = tenant.withScopes(operation.scope()).send(good);

    assertThat(answer.status()).as("%s", answer).isLessThan(300);
  }

  @ParameterizedTest
  @MethodSource("secured")
  @Rule({"KEY-04", "AUTH-06"})
  void a_key_without_any_scope_is_told_which_one_is_missing(Operation operation) {
    Tenant tenant = subject.tenant();
    Request good = new GoodRequests(subject, tenant).of(operation);

    Exchange refused = tenant.withScopes().send(good);

    assertThat(refused.code()).as("%s", refused).isEqualTo("SCOPE_MISSING");
    assertThat(refused.json().path("scope").asText()).isEqualTo(operation.scope());
  }

  @ParameterizedTest
  @MethodSource("unsecured")
  @Rule("KEY-04")
  void what_takes_no_key_asks_for_no_scope(Operation operation) {
    Tenant tenant = subject.tenant();
    Request good = new GoodRequests(subject, tenant).of(operation);

    assertThat(tenant.withScopes().send(good).status()).isLessThan(300);
  }

  @Test
  @Rule("KEY-05")
  void a_key_cannot_make_one_that_may_do_more_than_itself() {
    Tenant maker = subject.tenant().withScopes("keys:write", "models:read");

    Exchange refused =
        maker.post(KEYS, "{\"name\":\"more\",\"scopes\":[\"models:read\",\"generations:write\"]}");

    assertThat(refused.code()).isEqualTo("SCOPE_MISSING");
    assertThat(refused.json().path("scope").asText()).isEqualTo("generations:write");
  }

  @Test
  @Rule("KEY-05")
  void a_key_hands_on_what_it_has_where_nothing_is_said() {
    Tenant maker = subject.tenant().withScopes("keys:write", "models:read");

    JsonNode made = maker.post(KEYS, "{\"name\":\"default\"}").json().path("api_key");

    assertThat(made.path("scopes").valueStream().map(JsonNode::asText))
        .containsExactly("models:read");
  }

  @Test
  @Rule("KEY-05")
  void a_change_may_leave_a_key_what_it_has_and_give_it_no_more_than_the_caller_has() {
    Tenant tenant = subject.tenant();
    Tenant changed = tenant.withScopes("generations:read");
    Tenant caller = tenant.withScopes("keys:write", "models:read");
    String path = KEYS + "/" + changed.keyId();

    Exchange more = caller.patch(path, "{\"scopes\":[\"generations:read\",\"generations:write\"]}");
    Exchange fair = caller.patch(path, "{\"scopes\":[\"generations:read\",\"models:read\"]}");

    assertThat(more.code()).isEqualTo("SCOPE_MISSING");
    assertThat(more.json().path("scope").asText()).isEqualTo("generations:write");
    assertThat(fair.status()).as("%s", fair).isEqualTo(200);
    assertThat(changed.get("/api/v1/models").status()).isEqualTo(200);
  }

  @Test
  @Rule("KEY-05")
  void only_an_operator_makes_an_operator_and_never_of_a_test_key() {
    String body = "{\"name\":\"operator\",\"scopes\":[\"operator\"]}";
    String test = "{\"name\":\"operator\",\"mode\":\"test\",\"scopes\":[\"operator\"]}";
    Tenant operator = subject.tenant().withOperatorKey();

    assertThat(subject.tenant().post(KEYS, body).code()).isEqualTo("SCOPE_MISSING");
    assertThat(operator.makeKey(body).get("/metrics").status()).isEqualTo(200);
    assertThat(operator.post(KEYS, test).code()).isEqualTo("INVALID_PARAMS");
  }

  @Test
  @Rule({"KEY-04", "KEY-15"})
  void a_key_without_scopes_can_be_made_and_be_given_some_later() {
    Tenant tenant = subject.tenant();
    Tenant made = tenant.makeKey(NO_SCOPES);
    assertThat(made.get("/api/v1/account").code()).isEqualTo("SCOPE_MISSING");

    tenant.patch(KEYS + "/" + made.keyId(), "{\"scopes\":[\"account:read\"]}");

    assertThat(made.get("/api/v1/account").status()).isEqualTo(200);
  }
}
