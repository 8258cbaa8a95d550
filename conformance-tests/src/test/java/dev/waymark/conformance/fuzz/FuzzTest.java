package dev.waymark.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.server.Plan;
import dev.waymark.conformance.server.ServerSettings;
import dev.waymark.conformance.server.WaymarkProcess;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Some thousand calls, valid and not, each judged by the contract alone. The reports stay in {@code
 * target/schemathesis/runs}. Leave it out with {@code -DexcludedGroups=fuzz}.
 */
@Tag("fuzz")
final class FuzzTest {
  /** Few enough to be used up at once, enough to meet the other limits as well. */
  private static final Plan SCARCE = new Plan(20, 1, 200);

  private static final int MANY = 10;

  /** What holds of a refusal as of any answer; the other checks want to get further. */
  private static final List<String> CONFORMANCE =
      List.of(
          "not_a_server_error",
          "status_code_conformance",
          "content_type_conformance",
          "response_headers_conformance",
          "response_schema_conformance");

  @Test
  void a_server_keeps_the_contract_whatever_it_is_sent() {
    ServerSettings settings =
        ServerSettings.of(Plan.WITHOUT_PRACTICAL_LIMITS)
            .with("--generations.max-queued=100000", "--workers.threads=1");
    try (WaymarkProcess server = WaymarkProcess.start(settings)) {
      FuzzReport report = Schemathesis.named("whatever-it-is-sent").run(server);
      assertThat(report.outcome().exitCode()).as(report.outcome().output()).isZero();
      assertThat(Contract.read().operations())
          .as("operations of which some call was accepted")
          .allMatch(operation -> report.accepted(operation) > 0);
    }
  }

  @Test
  void a_server_keeps_the_contract_when_it_refuses_for_a_limit() {
    try (WaymarkProcess server = WaymarkProcess.start(ServerSettings.of(SCARCE))) {
      FuzzReport report =
          Schemathesis.named("refused-for-a-limit")
              .run(server, "--max-examples=100", "--checks=" + String.join(",", CONFORMANCE));
      assertThat(report.outcome().exitCode()).as(report.outcome().output()).isZero();
      assertThat(Contract.read().operations())
          .filteredOn(operation -> operation.codes().contains("RATE_LIMIT"))
          .as("operations of which many calls were refused")
          .isNotEmpty()
          .allMatch(operation -> report.refusedForALimit(operation) >= MANY);
    }
  }
}
