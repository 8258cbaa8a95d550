package dev.waymark.conformance.sdk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.process.BuildProperty;
import dev.waymark.conformance.process.Command;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The SDK that most callers of such APIs use, unchanged, against every refusal there is. */
@ExtendWith(SubjectExtension.class)
final class OpenAiSdkTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PIN =
      "UPDATE api_key SET error_format = :value WHERE account_id = :account";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A timer of the program may end so much early. */
  private static final double GRAIN_MS = 1;

  private static final Map<Integer, String> CLASSES =
      Map.of(
          400, "BadRequestError",
          401, "AuthenticationError",
          403, "PermissionDeniedError",
          404, "NotFoundError",
          409, "ConflictError",
          422, "UnprocessableEntityError",
          429, "RateLimitError",
          500, "InternalServerError",
          503, "InternalServerError");

  private final Subject subject;

  OpenAiSdkTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"SDK-01", "SDK-02"})
  void it_retries_where_it_should_waits_as_it_should_and_understands_every_code(
      @TempDir Path folder) throws IOException {
    List<Refusal> refusals = Refusal.all(subject.contract()).toList();

    Map<String, JsonNode> met = meet(refusals, folder);

    assertThat(refusals).extracting(Refusal::code).hasSizeGreaterThan(200);
    assertThat(refusals)
        .extracting(Refusal::code)
        .containsAll(answered(subject.contract()).map(CatalogueRow::code).toList());
    assertThat(refusals)
        .allSatisfy(refusal -> assertRight(refusal, requireNonNull(met.get(refusal.name()))));
  }

  private static Stream<CatalogueRow> answered(Contract contract) {
    return contract.catalogue().stream().filter(row -> row.status() > 0);
  }

  /** All at the same time: the longest wait is the only one that is felt. */
  private Map<String, JsonNode> meet(List<Refusal> refusals, Path folder) throws IOException {
    Tenant tenant = subject.tenant("wide").sandbox();
    tenant.update(PIN, "typed");
    Path cases = folder.resolve("cases.json");
    Files.writeString(
        cases, JSON.writeValueAsString(refusals.stream().map(Refusal::json).toList()));
    Command.Outcome outcome =
        new Command(
                BuildProperty.path("waymark.openai-sdk.folder"),
                Map.of("BASE_URL", subject.server().uri().toString(), "API_KEY", tenant.key()),
                PATIENCE,
                List.of("node", "refusals.mjs", cases.toString()))
            .run();
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    return outcome
        .output()
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(OpenAiSdkTest::json)
        .collect(Collectors.toMap(line -> line.path("name").asText(), Function.identity()));
  }

  private void assertRight(Refusal refusal, JsonNode met) {
    CatalogueRow row = subject.contract().row(refusal.code());
    JsonNode example = refusal.operation().exampleError(refusal.code());
    JsonNode error = met.path("error");
    boolean helps = met.hasNonNull("retry_after_ms") && !refusal.mayHavePaid();
    assertThat(met.path("should_retry").asText()).as("%s", met).isEqualTo(String.valueOf(helps));
    assertThat(met.path("statuses").valueStream().map(JsonNode::asInt))
        .as("%s", met)
        .containsOnly(row.status());
    assertThat(met.path("calls").asInt()).as("%s", met).isEqualTo(helps ? 2 : 1);
    if (helps) {
      assertThat(met.path("waited_ms").asDouble() + GRAIN_MS)
          .as("%s", met)
          .isGreaterThanOrEqualTo(met.path("retry_after_ms").asDouble());
    }
    assertThat(error.path("class").asText())
        .isEqualTo(CLASSES.getOrDefault(row.status(), "APIError"));
    assertThat(error.path("status").asInt()).isEqualTo(row.status());
    assertThat(error.path("code").asText()).isEqualTo(row.code());
    assertThat(error.path("type").asText()).isEqualTo(row.code());
    assertThat(error.path("param").asText())
        .isEqualTo(row.code().equals("INVALID_PARAMS") ? example.path("field").asText() : "null");
    assertThat(error.path("message").asText())
        .isEqualTo(row.status() + " " + example.path("message").asText());
    assertThat(error.path("requestID")).isEqualTo(met.path("request_id"));
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError("Not JSON: " + line, e);
    }
  }
}
