package dev.waymark.conformance.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose keys a key sees. */
@ExtendWith(SubjectExtension.class)
final class KeyVisibilityTest {
  private static final String KEYS = "/api/v1/keys";

  private final Subject subject;
  private final Tenant live;
  private final Tenant test;

  KeyVisibilityTest(Subject subject) {
    this.subject = subject;
    this.live = subject.tenant();
    subject.time().pass(Duration.ofMillis(1));
    this.test = live.sandbox();
    subject.time().pass(Duration.ofMillis(1));
  }

  @Test
  @Rule({"KEY-17", "KEY-18"})
  void a_live_key_lists_the_sandboxs_keys_too_and_a_test_key_those_only() {
    Tenant other = live.makeKey("{\"name\":\"other\"}");

    assertThat(listed(live)).containsExactly(other.keyId(), test.keyId(), live.keyId());
    assertThat(listed(test)).containsExactly(test.keyId());
  }

  @Test
  @Rule("KEY-17")
  void a_live_key_makes_test_keys_of_the_sandbox() {
    Tenant made = live.makeKey("{\"name\":\"ci\",\"mode\":\"test\"}");

    JsonNode account = made.get("/api/v1/account").json();

    assertThat(made.key()).startsWith("wm_test_");
    assertThat(account.at("/key/mode").asText()).isEqualTo("test");
    assertThat(account.path("account_id").asText()).isEqualTo(test.account());
  }

  @Test
  @Rule("KEY-17")
  void the_first_test_key_of_an_account_can_be_made_by_its_live_key() {
    Tenant fresh = subject.tenant();
    subject.time().pass(Duration.ofMillis(1));

    Tenant made = fresh.makeKey("{\"name\":\"ci\",\"mode\":\"test\"}");

    assertThat(made.get("/api/v1/account").json().at("/credits/balance").asLong())
        .isEqualTo(15_000);
    assertThat(listed(fresh)).containsExactly(made.keyId(), fresh.keyId());
  }

  @Test
  @Rule("KEY-17")
  void a_test_key_makes_test_keys_and_no_others() {
    JsonNode made = test.post(KEYS, "{\"name\":\"ci\"}").json().path("api_key");
    Exchange refused = test.post(KEYS, "{\"name\":\"ci\",\"mode\":\"live\"}");

    assertThat(made.path("mode").asText()).isEqualTo("test");
    assertThat(refused.code()).isEqualTo("INVALID_PARAMS");
    assertThat(refused.json().path("field").asText()).isEqualTo("mode");
  }

  @Test
  @Rule("KEY-17")
  void a_live_key_reads_changes_and_revokes_test_keys() {
    String path = KEYS + "/" + test.keyId();

    assertThat(live.get(path).status()).isEqualTo(200);
    assertThat(live.patch(path, "{\"name\":\"seen\"}").json().path("name").asText())
        .isEqualTo("seen");
    live.delete(path);
    assertThat(test.get(KEYS).code()).isEqualTo("KEY_REVOKED");
  }

  @Test
  @Rule("KEY-17")
  void live_keys_are_nothing_to_a_test_key_and_other_accounts_keys_to_nobody() {
    Tenant stranger = subject.tenant();
    for (Tenant caller : List.of(test, stranger, subject.tenant().withOperatorKey())) {
      String path = KEYS + "/" + live.keyId();
      for (Exchange refused :
          List.of(
              caller.get(path), caller.patch(path, "{\"name\":\"stolen\"}"), caller.delete(path))) {
        assertThat(refused.code()).as("%s", refused).isEqualTo("KEY_NOT_FOUND");
        assertThat(refused.json().path("key_id").asText()).isEqualTo(live.keyId());
      }
    }
    assertThat(live.get("/api/v1/account").json().at("/key/name").asText()).isEqualTo("test");
  }

  private static List<String> listed(Tenant tenant) {
    return tenant
        .get(KEYS)
        .json()
        .path("data")
        .valueStream()
        .map(key -> key.path("key_id").asText())
        .toList();
  }
}
