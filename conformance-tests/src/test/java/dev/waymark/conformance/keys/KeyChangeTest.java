package dev.waymark.conformance.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies for keys that are wrong. */
@ExtendWith(SubjectExtension.class)
final class KeyChangeTest {
  private static final String KEYS = "/api/v1/keys";

  private final Tenant tenant;

  KeyChangeTest(Subject subject) {
    this.tenant = subject.tenant();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                    | name
          {"name":""}                                           | name
          {"name":"   "}                                        | name
          {"name":7}                                            | name
          {"name":"x","mode":"dead"}                            | mode
          {"name":"x","scopes":["generations:eat"]}             | scopes
          {"name":"x","scopes":["keys:read","keys:read"]}       | scopes
          {"name":"x","models":[]}                              | models
          {"name":"x","models":null}                            | models
          {"name":"x","allowed_ips":[]}                         | allowed_ips
          {"name":"x","credits_per_month":-1}                   | credits_per_month
          {"name":"x","credits_per_month":1.5}                  | credits_per_month
          {"name":"x","credits_per_month":9007199254740992}     | credits_per_month
          {"name":"x","expires_at":"tomorrow"}                  | expires_at
          {"name":"x","error_format":"xml"}                     | error_format
          {"name":"x","colour":"red"}                           | colour
          """)
  @Rule({"KEY-16", "ERR-14"})
  void a_key_that_cannot_be_is_not_made(String body, String field) {
    Exchange refused = tenant.post(KEYS, body);

    assertThat(refused.code()).as("%s", refused).isEqualTo("INVALID_PARAMS");
    assertThat(refused.json().path("field").asText()).startsWith(field);
    assertThat(tenant.get(KEYS).json().path("data")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":null}",
        "{\"name\":\"late\",\"scopes\":null}",
        "{\"name\":\"late\",\"error_format\":null}",
        "{\"name\":\"late\",\"mode\":\"test\"}",
        "{\"name\":\"late\",\"models\":[\"no-such\"]}",
        "{\"name\":\"late\",\"allowed_ips\":[\"nowhere\"]}",
        "{\"name\":\"late\",\"expires_at\":\"2001-01-01T00:00:00Z\"}",
        "{\"name\":\"late\",\"credits_per_month\":\"5\"}",
        "{\"name\":\"late\",\"revoked_at\":null}"
      })
  @Rule("KEY-16")
  void a_change_that_cannot_be_changes_nothing(String body) {
    Tenant key = tenant.withOtherKey();
    JsonNode before = tenant.get(KEYS + "/" + key.keyId()).json();

    Exchange refused = tenant.patch(KEYS + "/" + key.keyId(), body);

    assertThat(refused.code()).as("%s", refused).isEqualTo("INVALID_PARAMS");
    assertThat(tenant.get(KEYS + "/" + key.keyId()).json()).isEqualTo(before);
  }

  @Test
  @Rule({"KEY-16", "ERR-14"})
  void everything_that_is_wrong_in_its_meaning_is_named_at_once() {
    Exchange refused =
        tenant.post(
            KEYS,
            """
            {"name": "x", "models": ["no-such"], "allowed_ips": ["nowhere"], "expires_at": "2001-01-01T00:00:00Z"}
            """);

    assertThat(
            refused
                .json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asText().replaceAll("[^a-z_].*", "")))
        .containsExactlyInAnyOrder("models", "allowed_ips", "expires_at");
  }

  @Test
  @Rule("HTTP-06")
  void a_change_that_is_no_object_is_malformed() {
    assertThat(tenant.patch(KEYS + "/" + tenant.keyId(), "[]").code())
        .isEqualTo("MALFORMED_REQUEST");
  }
}
