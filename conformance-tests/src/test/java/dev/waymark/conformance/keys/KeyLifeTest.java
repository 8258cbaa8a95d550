package dev.waymark.conformance.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a key ends, and what it changes into before. */
@ExtendWith(SubjectExtension.class)
final class KeyLifeTest {
  private static final String ACCOUNT = "/api/v1/account";

  private final Subject subject;
  private final Tenant tenant;

  KeyLifeTest(Subject subject) {
    this.subject = subject;
    this.tenant = subject.tenant();
  }

  @Test
  @Rule({"KEY-14", "V-2", "AUTH-03"})
  void a_revocation_holds_from_its_answer_on_and_tells_when() {
    Tenant key = tenant.makeKey("{\"name\":\"revoked\"}");
    assertThat(key.get(ACCOUNT).status()).isEqualTo(200);

    JsonNode revoked = tenant.delete(path(key)).json();
    Exchange refused = key.get(ACCOUNT);

    assertThat(revoked.path("revoked_at").asText()).isEqualTo(subject.time().instant().toString());
    assertThat(refused.code()).isEqualTo("KEY_REVOKED");
    assertThat(refused.json().path("revoked_at")).isEqualTo(revoked.path("revoked_at"));
  }

  @Test
  @Rule("KEY-14")
  void revoking_twice_is_the_same_as_once() {
    Tenant key = tenant.makeKey("{\"name\":\"revoked\"}");
    JsonNode first = tenant.delete(path(key)).json();
    subject.time().pass(Duration.ofHours(1));

    Exchange second = tenant.delete(path(key));

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json()).isEqualTo(first);
  }

  @Test
  @Rule("KEY-14")
  void a_key_can_revoke_itself() {
    Tenant key = tenant.withOtherKey();

    assertThat(key.delete(path(key)).status()).isEqualTo(200);
    assertThat(key.delete(path(key)).code()).isEqualTo("KEY_REVOKED");
  }

  @Test
  @Rule({"KEY-14", "MONEY-02"})
  void what_a_revoked_key_has_started_goes_on() {
    Tenant key = tenant.withOtherKey();
    String prompt = key.hold();
    String id = key.start(prompt);

    tenant.delete(path(key));
    subject.studio().release(prompt);

    assertThat(tenant.await(id).path("status").asText()).isEqualTo("completed");
    assertThat(tenant.wallet().entriesOf(id)).containsExactly("hold", "settle");
  }

  @Test
  @Rule("KEY-14")
  void a_revoked_key_can_be_changed_and_stays_revoked() {
    Tenant key = tenant.withOtherKey();
    JsonNode revoked = tenant.delete(path(key)).json();

    JsonNode changed = tenant.patch(path(key), "{\"name\":\"late\",\"expires_at\":null}").json();

    assertThat(changed.path("name").asText()).isEqualTo("late");
    assertThat(changed.path("revoked_at")).isEqualTo(revoked.path("revoked_at"));
    assertThat(key.get(ACCOUNT).code()).isEqualTo("KEY_REVOKED");
  }

  @Test
  @Rule({"KEY-12", "AUTH-03"})
  void a_key_ends_when_it_was_told_to() {
    Instant end = subject.time().instant().plusSeconds(100);
    Tenant key = tenant.makeKey("{\"name\":\"short\",\"expires_at\":\"" + end + "\"}");
    subject.time().pass(Duration.ofMillis(99_999));
    assertThat(key.get(ACCOUNT).status()).isEqualTo(200);
    subject.time().pass(Duration.ofMillis(1));

    Exchange refused = key.get(ACCOUNT);

    assertThat(refused.code()).isEqualTo("KEY_EXPIRED");
    assertThat(refused.json().path("expired_at").asText()).isEqualTo(end.toString());
  }

  @Test
  @Rule({"KEY-12", "KEY-15"})
  void an_expiry_can_be_put_off_even_when_it_has_come() {
    Instant end = subject.time().instant().plusSeconds(100);
    Tenant key = tenant.makeKey("{\"name\":\"short\",\"expires_at\":\"" + end + "\"}");
    subject.time().pass(Duration.ofSeconds(100));
    assertThat(key.get(ACCOUNT).code()).isEqualTo("KEY_EXPIRED");

    tenant.patch(path(key), "{\"expires_at\":\"" + end.plusSeconds(100) + "\"}");

    assertThat(key.get(ACCOUNT).status()).isEqualTo(200);
  }

  @Test
  @Rule("KEY-12")
  void an_expiry_that_is_not_to_come_is_refused() {
    String now = "{\"name\":\"x\",\"expires_at\":\"" + subject.time().instant() + "\"}";
    Tenant key = tenant.withOtherKey();

    for (Exchange refused :
        new Exchange[] {tenant.post("/api/v1/keys", now), tenant.patch(path(key), now)}) {
      assertThat(refused.code()).as("%s", refused).isEqualTo("INVALID_PARAMS");
      assertThat(refused.json().path("field").asText()).isEqualTo("expires_at");
    }
    assertThat(key.get(ACCOUNT).json().at("/key/name").asText()).isEqualTo("test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"problem", "status", "typed", "plain", "native"})
  @Rule({"KEY-13", "REND-04"})
  void a_change_of_format_holds_from_the_next_answer_on(String format) {
    Tenant key = tenant.makeKey("{\"name\":\"pinned\",\"error_format\":\"status\"}");
    assertThat(key.post(Generate.PATH, "{").mediaType())
        .isEqualTo("application/vnd.waymark.status+json");

    tenant.patch(path(key), "{\"error_format\":\"" + format + "\"}");

    assertThat(key.post(Generate.PATH, "{").mediaType())
        .isEqualTo(
            switch (format) {
              case "native" -> "application/json";
              case "problem" -> "application/problem+json";
              default -> "application/vnd.waymark." + format + "+json";
            });
  }

  private static String path(Tenant key) {
    return "/api/v1/keys/" + key.keyId();
  }
}
