package dev.waymark.conformance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The metrics, for the operator. */
@ExtendWith(SubjectExtension.class)
final class MetricsTest {
  private static final String METRICS = "/metrics";

  private final Subject subject;

  MetricsTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule("METRIC-01")
  void an_operator_reads_the_metrics_in_the_format_of_prometheus() {
    Exchange read = subject.tenant().withOperatorKey().get(METRICS);
    assertThat(read.status()).as("%s", read).isEqualTo(200);
    assertThat(read.require("Content-Type")).startsWith("text/plain; version=0.0.4");
    assertThat(read.text().lines())
        .allMatch(line -> line.matches("# (HELP|TYPE) \\S+ .+|[a-z_0-9]+(\\{.*})? \\S+"));
  }

  @Test
  @Rule("METRIC-01")
  void a_collector_gets_them_by_its_own_accept() {
    String accept =
        "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.2";
    Tenant operator = subject.tenant().withOperatorKey();
    assertThat(operator.send(Request.get(METRICS).with("Accept", accept)).status()).isEqualTo(200);
  }

  @Test
  @Rule("METRIC-01")
  void any_other_key_lacks_the_scope() {
    Exchange refused = subject.tenant().get(METRICS);
    assertThat(refused.code()).isEqualTo("SCOPE_MISSING");
    assertThat(refused.json().path("scope").asText()).isEqualTo("operator");
  }

  @Test
  @Rule("METRIC-02")
  void the_metrics_tell_what_became_of_the_request_log_and_of_calls() {
    Tenant tenant = subject.tenant();
    tenant.get("/api/v1/models/no-such");
    tenant.awaitLogged(tenant.get("/api/v1/account"));
    assertThat(names(tenant))
        .contains(
            "waymark_request_log_lost_total",
            "waymark_request_log_written_total",
            "waymark_request_log_queued",
            "waymark_answers_total",
            "waymark_answer_duration_seconds_bucket",
            "waymark_answer_duration_seconds_count",
            "waymark_database_connections",
            "jvm_memory_used_bytes");
    assertThat(tenant.withOperatorKey().get(METRICS).text())
        .containsPattern(
            "waymark_answers_total\\{code=\"MODEL_NOT_FOUND\",operation=\"getModel\",status=\"404\"} [1-9]");
  }

  @Test
  @Rule("METRIC-03")
  void no_label_names_a_path_a_key_or_an_account() {
    Tenant tenant = subject.tenant();
    tenant.get("/nowhere/" + tenant.account());
    tenant.send(Request.of("M" + "X".repeat(20), "/api/v1/account"));
    String generation = tenant.start("a picture");
    assertThat(tenant.withOperatorKey().get(METRICS).text())
        .doesNotContain(tenant.account(), tenant.key(), generation, "nowhere", "XXXX", "/api/");
  }

  private static List<String> names(Tenant tenant) {
    return tenant
        .withOperatorKey()
        .get(METRICS)
        .text()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceAll("[{ ].*", ""))
        .distinct()
        .toList();
  }
}
