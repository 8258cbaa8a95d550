package dev.waymark.conformance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Faults;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever refuses a call of a known key, at whatever point of its way: the call is kept. */
@ExtendWith(SubjectExtension.class)
final class RefusalsTest {
  private static final Request START = Generate.studio("a picture");
  private static final String LONG_AGO = "2020-01-01T00:00:00Z";

  private final Subject subject;
  private final Tenant tenant;

  RefusalsTest(Subject subject) {
    this.subject = subject;
    this.tenant = subject.tenant();
  }

  @Test
  @Rule({"REQ-01", "REQ-03"})
  void an_operation_that_refuses() {
    List<Exchange> refused =
        List.of(
            tenant.send(START.withBody("{\"model\":")),
            tenant.send(START.withBody("{\"model\":\"no-such\",\"prompt\":\"x\"}")),
            tenant.send(START.with("X-Max-Credits", "1")),
            tenant.get("/api/v1/account?x=1"),
            tenant.get("/api/v1/generations/gen_x"),
            tenant.send(Generate.poison("x")),
            // Its key is at hand by now, so the account is what it fails to read.
            tenant.send(
                Request.get("/api/v1/account").with(Faults.HEADER, Faults.DATABASE_LOST + " 0")));
    assertThat(refused)
        .extracting(Exchange::code)
        .containsExactly(
            "MALFORMED_REQUEST",
            "UNKNOWN_MODEL",
            "MAX_CREDITS_EXCEEDED",
            "INVALID_PARAMS",
            "GENERATION_NOT_FOUND",
            "INTERNAL_ERROR",
            "OVERLOADED");
    refused.forEach(this::requireKept);
  }

  @Test
  @Rule({"REQ-01", "REQ-03"})
  void media_types_and_sizes_that_are_refused_before_the_operation() {
    List<Exchange> refused =
        List.of(
            tenant.send(START.with("Accept", "text/csv")),
            tenant.send(START.without("Content-Type").with("Content-Type", "text/plain")),
            tenant.send(START.withBody("x".repeat(65_537))),
            tenant.send(START.withBody("x".repeat(65_537)).inChunks()));
    assertThat(refused)
        .extracting(Exchange::code)
        .containsExactly(
            "NOT_ACCEPTABLE", "UNSUPPORTED_MEDIA_TYPE", "PAYLOAD_TOO_LARGE", "PAYLOAD_TOO_LARGE");
    refused.forEach(this::requireKept);
    assertThat(record(tenant, refused.getFirst()).path("operation").asText())
        .isEqualTo("startGeneration");
  }

  @Test
  @Rule({"REQ-01", "REQ-03", "REQ-04"})
  void a_path_that_is_none_leaves_no_path() {
    for (String path : List.of("/nowhere", "/api/v1/v1/generate", "/api/v1/account/", "/")) {
      Exchange refused = tenant.get(path);
      assertThat(refused.code()).isEqualTo("ROUTE_NOT_FOUND");
      requireKept(refused);
      assertThat(record(tenant, refused).has("route")).isFalse();
      assertThat(record(tenant, refused).has("operation")).isFalse();
    }
  }

  @Test
  @Rule({"REQ-01", "REQ-03"})
  void a_method_that_the_path_has_not_leaves_its_route_and_no_operation() {
    Exchange refused = tenant.send(Request.of("PATCH", "/api/v1/generations/gen_x"));
    requireKept(refused);
    JsonNode record = record(tenant, refused);
    assertThat(record.path("route").asText()).isEqualTo("/api/v1/generations/{generation_id}");
    assertThat(record.path("method").asText()).isEqualTo("PATCH");
    assertThat(record.has("operation")).isFalse();
  }

  @Test
  @Rule("REQ-03")
  void a_method_of_ones_own_is_kept_in_part() {
    Exchange refused = tenant.send(Request.of("M".repeat(100), "/api/v1/account"));
    assertThat(record(tenant, refused).path("method").asText()).isEqualTo("M".repeat(64));
  }

  @Test
  @Rule({"REQ-01", "REQ-03"})
  void a_key_that_no_longer_holds_is_known_all_the_same() {
    for (String end : List.of("revoked_at", "expires_at")) {
      Tenant ended = subject.tenant();
      ended.update(
          "UPDATE api_key SET "
              + end
              + " = CAST(:value AS timestamptz) WHERE account_id = :account",
          LONG_AGO);
      Exchange refused = ended.get("/api/v1/account");
      assertThat(refused.status()).isEqualTo(401);
      assertThat(record(ended.withOtherKey(), refused).path("code").asText())
          .isEqualTo(refused.code());
    }
  }

  @Test
  @Rule({"REQ-01", "REQ-03"})
  void a_plan_and_a_limit_that_refuse() {
    Tenant tiny = subject.tenant("tiny");
    for (int call = 0; call < 4; call++) {
      tiny.get("/api/v1/account");
    }
    Exchange limited = tiny.get("/api/v1/account");
    assertThat(limited.code()).isEqualTo("RATE_LIMIT");
    assertThat(record(tiny.withOtherKey(), limited).path("code").asText()).isEqualTo("RATE_LIMIT");

    tenant.update("UPDATE account SET plan = :value WHERE id = :account", "free");
    Exchange locked = tenant.get("/api/v1/account");
    tenant.awaitLogged(locked);
    tenant.update("UPDATE account SET plan = :value WHERE id = :account", "pro");
    assertThat(record(tenant, locked).path("code").asText()).isEqualTo("TIER_LOCKED");
  }

  @Test
  @Rule({"REQ-01", "REQ-03"})
  void a_call_that_needs_no_key_is_kept_for_the_key_that_it_has() {
    Exchange none = tenant.get("/api/v1/outputs/out_nothing.png");
    assertThat(record(tenant, none).path("code").asText()).isEqualTo("OUTPUT_NOT_FOUND");
    assertThat(record(tenant, none).path("operation").asText()).isEqualTo("getOutput");
  }

  private void requireKept(Exchange refused) {
    JsonNode record = record(tenant, refused);
    assertThat(record.path("code").asText()).isEqualTo(refused.code());
    assertThat(record.path("status").asInt()).isEqualTo(refused.status());
    assertThat(record.path("docs_url")).isEqualTo(refused.json().path("docs_url"));
    assertThat(record.at("/charge/state").asText()).isEqualTo("none");
  }

  private static JsonNode record(Tenant asking, Exchange call) {
    Exchange found = asking.get("/api/v1/requests/" + asking.awaitLogged(call));
    assertThat(found.status()).as("%s", found).isEqualTo(200);
    return found.json();
  }
}
