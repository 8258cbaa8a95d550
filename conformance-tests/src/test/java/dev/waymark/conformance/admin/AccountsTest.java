package dev.waymark.conformance.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Accounts that an operator makes and changes. */
@ExtendWith(SubjectExtension.class)
final class AccountsTest {
  private static final String ACCOUNTS = "/api/v1/admin/accounts";

  private final Subject subject;
  private final Tenant operator;

  AccountsTest(Subject subject) {
    this.subject = subject;
    this.operator = subject.tenant("ultimate").withOperatorKey();
  }

  static Stream<Operation> ofOperators() {
    return Contract.read().operations().stream()
        .filter(operation -> operation.scope().equals("operator"));
  }

  @ParameterizedTest
  @MethodSource("ofOperators")
  @Rule({"ADM-01", "AUTH-06"})
  void whoever_is_no_operator_is_told_so_before_anything_else(Operation operation) {
    Request request =
        Request.of(operation.method(), operation.path().replaceAll("\\{[^}]+}", "none"));

    Exchange refused =
        subject
            .tenant()
            .send(
                operation.takesBody()
                    ? request.with("Content-Type", "application/json").withBody("{}")
                    : request);

    assertThat(refused.json().path("scope").asText()).as("%s", refused).isEqualTo("operator");
  }

  @Test
  @Rule({"ADM-01", "ADM-02", "V-8"})
  void a_new_account_has_a_full_wallet_and_a_key_that_works_and_manages_keys() {
    Exchange made = make("{\"name\":\"Studio Nord\",\"plan\":\"pro\",\"models\":[\"paid-1\"]}");
    JsonNode account = made.json().path("account");
    Tenant owner = Tenant.made(subject, made.json());
    JsonNode seen = owner.get("/api/v1/account").json();

    assertThat(made.require("Location"))
        .isEqualTo(ACCOUNTS + "/" + account.path("account_id").asText());
    assertThat(account.path("name").asText()).isEqualTo("Studio Nord");
    assertThat(account.path("plan").asText()).isEqualTo("pro");
    assertThat(account.path("models").valueStream().map(JsonNode::asText))
        .containsExactly("paid-1");
    assertThat(seen.at("/credits/balance").asLong()).isEqualTo(15_000);
    assertThat(seen.path("credits")).isEqualTo(account.path("credits"));
    assertThat(seen.path("cycle")).isEqualTo(account.path("cycle"));
    assertThat(seen.path("key")).isEqualTo(made.json().path("api_key"));
    assertThat(seen.at("/key/scopes").valueStream().map(JsonNode::asText))
        .containsExactlyInAnyOrder(
            "generations:read",
            "generations:write",
            "models:read",
            "account:read",
            "requests:read",
            "keys:read",
            "keys:write");
    assertThat(owner.finished("a picture").path("status").asText()).isEqualTo("completed");
    assertThat(owner.makeKey("{\"name\":\"more\"}").get("/api/v1/models/paid-1").status())
        .isEqualTo(200);
  }

  @Test
  @Rule("ADM-01")
  void an_operator_reads_an_account_as_its_owner_does() {
    Tenant owner = subject.tenant();
    owner.finished("a picture");
    owner.startHeld();
    JsonNode own = owner.get("/api/v1/account").json();

    JsonNode read = operator.get(ACCOUNTS + "/" + owner.account()).json();

    assertThat(read.path("account_id").asText()).isEqualTo(owner.account());
    assertThat(read.path("credits")).isEqualTo(own.path("credits"));
    assertThat(read.path("cycle")).isEqualTo(own.path("cycle"));
    assertThat(read.path("generations_running")).isEqualTo(own.path("generations_running"));
    assertThat(read.path("plan")).isEqualTo(own.at("/plan/slug"));
  }

  @Test
  @Rule("ADM-03")
  void a_change_of_plan_holds_at_once_and_grants_with_the_next_cycle() {
    Tenant owner = subject.tenant("tiny");
    owner.startHeld();
    assertThat(owner.send(Generate.studio("x")).code()).isEqualTo("CONCURRENCY_LIMIT");

    Exchange changed = operator.patch(ACCOUNTS + "/" + owner.account(), "{\"plan\":\"ultimate\"}");

    assertThat(changed.json().path("plan").asText()).isEqualTo("ultimate");
    Exchange started = owner.send(Generate.studio(owner.hold()));
    assertThat(started.number("X-Concurrency-Limit")).isEqualTo(20);
    assertThat(started.number("X-RateLimit-Limit")).isEqualTo(600);
    assertThat(started.number("X-Credits-Remaining")).isEqualTo(80);
    subject.time().pass(Duration.ofDays(30));
    assertThat(owner.get("/api/v1/account").json().at("/credits/balance").asLong())
        .isEqualTo(50_000);
  }

  @Test
  @Rule({"ADM-03", "AUTH-05"})
  void a_plan_without_the_api_locks_out_and_another_lets_in_again() {
    Tenant owner = subject.tenant();
    operator.patch(ACCOUNTS + "/" + owner.account(), "{\"plan\":\"free\"}");
    assertThat(owner.get("/api/v1/account").code()).isEqualTo("TIER_LOCKED");
    operator.patch(ACCOUNTS + "/" + owner.account(), "{\"plan\":\"pro\"}");
    assertThat(owner.get("/api/v1/account").status()).isEqualTo(200);
  }

  @Test
  @Rule({"ADM-03", "MOD-01"})
  void a_change_of_models_and_name_holds_at_once_in_the_sandbox_too() {
    Tenant owner = subject.tenant("pro", "paid-1");
    Tenant sandbox = owner.sandbox();

    operator.patch(
        ACCOUNTS + "/" + owner.account(), "{\"models\":[\"atlas-studio-1\"],\"name\":\"new\"}");

    for (Tenant caller : List.of(owner, sandbox)) {
      assertThat(caller.get("/api/v1/models/paid-1").code()).isEqualTo("MODEL_NOT_ALLOWED");
      assertThat(caller.get("/api/v1/models/atlas-studio-1").status()).isEqualTo(200);
      assertThat(caller.get("/api/v1/account").json().path("name").asText()).isEqualTo("new");
    }
  }

  @Test
  @Rule("ADM-04")
  void a_sandbox_and_an_id_of_nobody_are_no_accounts() {
    String sandbox = subject.sandbox().account();
    for (String id : List.of(sandbox, "acc_nobody", "x")) {
      String path = ACCOUNTS + "/" + id;
      for (Exchange refused :
          List.of(
              operator.get(path),
              operator.patch(path, "{\"name\":\"x\"}"),
              operator.post(path + "/credits", "{\"type\":\"topup\",\"credits\":1}"))) {
        assertThat(refused.code()).as("%s", refused).isEqualTo("ACCOUNT_NOT_FOUND");
        assertThat(refused.json().path("account_id").asText()).isEqualTo(id);
      }
    }
  }

  @Test
  @Rule("ADM-04")
  void lists_lead_through_all_accounts_newest_first_without_sandboxes() {
    Tenant first = subject.tenant();
    subject.time().pass(Duration.ofMillis(1));
    Tenant sandbox = first.sandbox();
    Tenant second = subject.tenant();
    subject.time().pass(Duration.ofMillis(1));
    Tenant third = subject.tenant();

    List<String> seen = new ArrayList<>();
    String query = "?limit=2";
    while (!query.isEmpty() && !seen.contains(first.account())) {
      Exchange page = operator.get(ACCOUNTS + query);
      assertThat(page.json().path("data").size()).isBetween(1, 2);
      page.json().path("data").forEach(one -> seen.add(one.path("account_id").asText()));
      JsonNode cursor = page.json().path("next_cursor");
      query = cursor.isTextual() ? "?limit=2&cursor=" + cursor.asText() : "";
    }
    assertThat(seen.subList(0, 3))
        .containsExactly(third.account(), second.account(), first.account());
    assertThat(seen).doesNotContain(sandbox.account()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                  | name plan
          {"name":"","plan":"pro"}                            | name
          {"name":"x","plan":"gold"}                          | plan
          {"name":"x","plan":"pro","models":["no-such"]}      | models
          {"name":"x","plan":"pro","models":["paid-1",7]}     | models
          {"name":"x","plan":"pro","credits":5}               | credits
          """)
  @Rule({"ADM-05", "ERR-14"})
  void an_account_that_cannot_be_is_not_made(String body, String fields) {
    long before = accounts();

    Exchange refused = operator.post(ACCOUNTS, body);

    assertThat(refused.code()).as("%s", refused).isEqualTo("INVALID_PARAMS");
    assertThat(
            refused
                .json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asText().replaceAll("[^a-z_].*", "")))
        .containsExactlyInAnyOrder(fields.split(" "));
    assertThat(accounts()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}
          {"name":null}
          {"name":"late","plan":"gold"}
          {"name":"late","models":["no-such"]}
          {"name":"late","models":null}
          {"name":"late","balance":7}
          """)
  @Rule("ADM-05")
  void a_change_that_cannot_be_changes_nothing(String body) {
    Tenant owner = subject.tenant();

    Exchange refused = operator.patch(ACCOUNTS + "/" + owner.account(), body);

    assertThat(refused.code()).as("%s", refused).isEqualTo("INVALID_PARAMS");
    assertThat(owner.get("/api/v1/account").json().path("name").asText()).isEqualTo("tenant");
  }

  private Exchange make(String body) {
    Exchange made = operator.post(ACCOUNTS, body);
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    return made;
  }

  private long accounts() {
    return subject
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT count(*) FROM account").mapTo(Long.class).one());
  }
}
