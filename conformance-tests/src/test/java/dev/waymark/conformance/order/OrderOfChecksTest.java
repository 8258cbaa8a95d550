package dev.waymark.conformance.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request that is wrong in two ways gets the answer of the check that comes first. */
@ExtendWith(SubjectExtension.class)
final class OrderOfChecksTest {
  private static final String TOO_LARGE = "x".repeat(65_537);
  private static final String UNREADABLE = "{\"model\":";
  private static final String UNKNOWN_MODEL = "{\"model\":\"no-such\",\"prompt\":\"x\"}";

  private final Subject subject;

  OrderOfChecksTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule("ORDER-01")
  void an_unknown_route_is_told_before_the_body_is_looked_at() {
    Request request = Request.post("/api/v1/nowhere", TOO_LARGE);
    assertThat(subject.tenant().send(request).code()).isEqualTo("ROUTE_NOT_FOUND");
  }

  @Test
  @Rule("ORDER-01")
  void a_wrong_method_is_told_before_the_body_is_looked_at() {
    Request request = Request.post(Generate.PATH, TOO_LARGE).withMethod("PUT");
    assertThat(subject.tenant().send(request).code()).isEqualTo("METHOD_NOT_ALLOWED");
  }

  @Test
  @Rule("ORDER-02")
  void a_large_body_is_told_before_the_missing_key() {
    Exchange exchange = subject.wire().send(Request.post(Generate.PATH, TOO_LARGE));
    assertThat(exchange.code()).isEqualTo("PAYLOAD_TOO_LARGE");
  }

  @Test
  @Rule("ORDER-02")
  void a_large_body_in_chunks_is_told_before_the_missing_key() {
    Exchange exchange = subject.wire().send(Request.post(Generate.PATH, TOO_LARGE).inChunks());
    assertThat(exchange.code()).isEqualTo("PAYLOAD_TOO_LARGE");
  }

  @Test
  @Rule("ORDER-02")
  void a_media_type_that_is_not_read_is_told_before_the_missing_key() {
    Request request =
        Request.of("POST", Generate.PATH).with("Content-Type", "text/plain").withBody("x");
    assertThat(subject.wire().send(request).code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  @Rule("ORDER-02")
  void a_media_type_that_cannot_be_given_is_told_before_the_missing_key() {
    Request request = Request.get("/api/v1/account").with("Accept", "text/csv");
    assertThat(subject.wire().send(request).code()).isEqualTo("NOT_ACCEPTABLE");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"Content-Type, nonsense", "Content-Encoding, gzip"})
  @Rule("ORDER-14")
  void a_body_that_is_not_read_is_told_before_all_else_of_its_media_types_and_size(
      String header, String value) {
    Request request = Request.post(Generate.PATH, TOO_LARGE).without(header).with(header, value);
    assertThat(subject.wire().send(request).code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    Request small =
        Request.post(Generate.PATH, "{}").without(header).with(header, value).with("Accept", "a/b");
    assertThat(subject.wire().send(small).code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  @Rule("ORDER-03")
  void a_revoked_key_is_told_before_the_plan() {
    Tenant tenant = subject.tenant("free");
    tenant.update(
        "UPDATE api_key SET revoked_at = CAST(:value AS timestamptz) WHERE account_id = :account",
        "2020-01-01T00:00:00Z");
    assertThat(tenant.get("/api/v1/account").code()).isEqualTo("KEY_REVOKED");
  }

  @Test
  @Rule("ORDER-15")
  void a_revoked_key_is_told_before_the_address() {
    Tenant tenant = subject.tenant();
    allowOnly(tenant, "203.0.113.7");
    tenant.update(
        "UPDATE api_key SET revoked_at = CAST(:value AS timestamptz) WHERE account_id = :account",
        "2020-01-01T00:00:00Z");
    assertThat(tenant.get("/api/v1/account").code()).isEqualTo("KEY_REVOKED");
  }

  @Test
  @Rule("ORDER-16")
  void the_address_is_told_before_the_plan() {
    Tenant tenant = subject.tenant("free");
    allowOnly(tenant, "203.0.113.7");
    assertThat(tenant.get("/api/v1/account").code()).isEqualTo("IP_NOT_ALLOWED");
  }

  @Test
  @Rule("ORDER-04")
  void a_plan_without_the_api_is_told_before_the_rate() {
    Tenant tenant = withoutCallsLeft();
    tenant.update("UPDATE account SET plan = :value WHERE id = :account", "free");
    assertThat(tenant.get("/api/v1/account").code()).isEqualTo("TIER_LOCKED");
  }

  @Test
  @Rule("ORDER-05")
  void the_rate_is_told_before_what_cannot_be_read() {
    assertThat(withoutCallsLeft().post(Generate.PATH, UNREADABLE).code()).isEqualTo("RATE_LIMIT");
  }

  @Test
  @Rule("ORDER-06")
  void what_cannot_be_read_is_told_before_the_key_that_was_used() {
    Tenant tenant = subject.tenant();
    tenant.send(Generate.studio("first").with("Idempotency-Key", "used"));
    Request request = Request.post(Generate.PATH, UNREADABLE).with("Idempotency-Key", "used");
    assertThat(tenant.send(request).code()).isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  @Rule("ORDER-07")
  void a_key_that_was_used_is_told_before_the_unknown_model() {
    Tenant tenant = subject.tenant();
    tenant.send(Generate.studio("first").with("Idempotency-Key", "used"));
    Request request = Request.post(Generate.PATH, UNKNOWN_MODEL).with("Idempotency-Key", "used");
    assertThat(tenant.send(request).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  @Rule("ORDER-07")
  void a_replay_needs_neither_credits_nor_a_slot() {
    Tenant tenant = subject.tenant("tiny");
    Request request = Generate.studio(tenant.hold()).with("Idempotency-Key", "again");
    tenant.send(request);
    tenant.wallet().leave(0);
    assertThat(tenant.send(request).status()).isEqualTo(202);
  }

  @Test
  @Rule("ORDER-17")
  void a_replay_needs_no_scope_and_another_body_is_told_before_the_missing_one() {
    Tenant tenant = subject.tenant();
    Request first = Generate.studio("first").with("Idempotency-Key", "used");
    tenant.send(first);
    tenant.deny("generations:write");
    assertThat(tenant.send(first).require("Idempotent-Replayed")).isEqualTo("true");
    assertThat(tenant.send(Generate.studio("second").with("Idempotency-Key", "used")).code())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  @Rule("ORDER-18")
  void a_missing_scope_is_told_before_the_unknown_model_and_what_is_wrong_with_parameters() {
    Tenant tenant = subject.tenant();
    tenant.deny("generations:write");
    assertThat(tenant.post(Generate.PATH, UNKNOWN_MODEL).code()).isEqualTo("SCOPE_MISSING");
    assertThat(tenant.post(Generate.PATH, "{}").code()).isEqualTo("SCOPE_MISSING");
  }

  @Test
  @Rule("ORDER-08")
  void an_unknown_model_is_told_before_the_ceiling() {
    Request request = Request.post(Generate.PATH, UNKNOWN_MODEL).with("X-Max-Credits", "0");
    assertThat(subject.tenant().send(request).code()).isEqualTo("UNKNOWN_MODEL");
  }

  @Test
  @Rule("ORDER-08")
  void wrong_parameters_are_told_before_missing_credits() {
    Tenant tenant = subject.tenant();
    tenant.wallet().leave(0);
    assertThat(tenant.post(Generate.PATH, "{\"model\":\"studio-1\"}").code())
        .isEqualTo("INVALID_PARAMS");
  }

  @Test
  @Rule("ORDER-09")
  void the_ceiling_is_told_before_missing_credits() {
    Tenant tenant = subject.tenant();
    tenant.wallet().leave(0);
    assertThat(tenant.send(Generate.studio("x").with("X-Max-Credits", "1")).code())
        .isEqualTo("MAX_CREDITS_EXCEEDED");
  }

  @Test
  @Rule("ORDER-19")
  void the_ceiling_is_told_before_the_quota_of_the_key() {
    Tenant tenant = subject.tenant().makeKey("{\"name\":\"poor\",\"credits_per_month\":0}");
    assertThat(tenant.send(Generate.studio("x").with("X-Max-Credits", "1")).code())
        .isEqualTo("MAX_CREDITS_EXCEEDED");
  }

  @Test
  @Rule("ORDER-20")
  void the_quota_of_the_key_is_told_before_missing_credits() {
    Tenant tenant = subject.tenant().makeKey("{\"name\":\"poor\",\"credits_per_month\":0}");
    tenant.wallet().leave(0);
    assertThat(tenant.send(Generate.studio("x")).code()).isEqualTo("KEY_QUOTA_EXCEEDED");
  }

  @Test
  @Rule("ORDER-10")
  void missing_credits_are_told_before_missing_slots() {
    Tenant tenant = subject.tenant("tiny");
    tenant.startHeld();
    tenant.wallet().leave(3);
    assertThat(tenant.send(Generate.studio("x")).code()).isEqualTo("INSUFFICIENT_CREDITS");
  }

  private static void allowOnly(Tenant tenant, String address) {
    tenant.update(
        "UPDATE api_key SET allowed_ips = ARRAY[CAST(:value AS text)] WHERE account_id = :account",
        address);
  }

  private Tenant withoutCallsLeft() {
    Tenant tenant = subject.tenant("tiny");
    for (int call = 0; call < 4; call++) {
      tenant.get("/api/v1/account");
    }
    return tenant;
  }
}
