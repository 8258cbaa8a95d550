package dev.waymark.conformance.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that may be used from some addresses only; all calls come from 127.0.0.1 itself. */
@ExtendWith(SubjectExtension.class)
final class KeyAddressesTest {
  private static final String ACCOUNT = "/api/v1/account";

  private final Subject subject;

  KeyAddressesTest(Subject subject) {
    this.subject = subject;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.1/32",
        "127.0.0.0/8",
        "0.0.0.0/0",
        "::ffff:127.0.0.1",
        "::ffff:7f00:1/128"
      })
  @Rule("KEY-07")
  void an_address_that_the_key_allows_may_call(String range) {
    assertThat(only(subject.tenant(), range).get(ACCOUNT).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.2", "203.0.113.0/24", "2001:db8::/32", "::1", "128.0.0.0/1"})
  @Rule({"KEY-07", "M-2"})
  void an_address_that_the_key_does_not_allow_is_named_and_may_not_call(String range) {
    Exchange refused = only(subject.tenant(), range).get(ACCOUNT);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("IP_NOT_ALLOWED");
    assertThat(refused.json().path("ip").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  @Rule("KEY-07")
  void one_address_of_several_is_enough() {
    assertThat(only(subject.tenant(), "2001:db8::/32", "127.0.0.1").get(ACCOUNT).status())
        .isEqualTo(200);
  }

  @Test
  @Rule({"KEY-07", "RATE-04", "RATE-10"})
  void a_call_from_elsewhere_uses_up_nothing_of_the_keys_limit() {
    Tenant tenant = subject.tenant("tiny");
    Tenant key = only(tenant, "203.0.113.7");
    for (int call = 0; call < 6; call++) {
      assertThat(key.get(ACCOUNT).code()).isEqualTo("IP_NOT_ALLOWED");
    }
    tenant.patch("/api/v1/keys/" + key.keyId(), "{\"allowed_ips\":null}");
    assertThat(key.get(ACCOUNT).number("X-RateLimit-Remaining")).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP"})
  @Rule("KEY-08")
  void what_a_caller_says_of_its_address_counts_for_nothing(String header) {
    Tenant key = only(subject.tenant(), "203.0.113.7");
    String value = header.equals("Forwarded") ? "for=203.0.113.7" : "203.0.113.7";

    Exchange refused = key.send(Request.get(ACCOUNT).with(header, value));

    assertThat(refused.json().path("ip").asText()).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(
      strings = {
        "localhost",
        "127.0.0",
        "127.0.0.256",
        "127.0.0.1/33",
        "127.0.0.1/-1",
        "127.0.0.1/",
        "2001:db8::/129",
        "2001:db8:::1",
        "127.0.0.1:80",
        "  ",
        "127.*"
      })
  @Rule("KEY-16")
  void what_is_no_address_and_no_range_is_refused_without_being_repeated(String range) {
    Exchange refused =
        subject.tenant().post("/api/v1/keys", body("\"203.0.113.0/24\",\"" + range + "\""));

    assertThat(refused.code()).as("%s", refused).isEqualTo("INVALID_PARAMS");
    assertThat(refused.json().path("field").asText()).startsWith("allowed_ips");
    assertThat(refused.json().path("reason").asText()).doesNotContain(range.strip() + "\"");
  }

  private static Tenant only(Tenant tenant, String... ranges) {
    return tenant.makeKey(
        body(String.join(",", Stream.of(ranges).map(range -> "\"" + range + "\"").toList())));
  }

  private static String body(String ranges) {
    return "{\"name\":\"somewhere\",\"allowed_ips\":[" + ranges + "]}";
  }
}
