package dev.waymark.conformance.generations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SubjectExtension.class)
final class StartTest {
  private final Subject subject;

  StartTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"GEN-01", "V-9"})
  void a_start_answers_with_the_pending_generation_and_where_to_find_it() {
    Exchange started = subject.tenant().send(Generate.studio("a picture"));
    assertThat(started.status()).isEqualTo(202);
    assertThat(started.json().path("status").asText()).isEqualTo("pending");
    assertThat(started.require("Location"))
        .isEqualTo("/api/v1/generations/" + started.json().path("generation_id").asText());
    assertThat(started.number("Retry-After")).isEqualTo(1);
  }

  @Test
  @Rule("GEN-03")
  void defaults_and_a_drawn_seed_are_told() {
    JsonNode parameters =
        subject.tenant().send(Generate.studio("a picture")).json().path("parameters");
    assertThat(parameters.path("resolution").asText()).isEqualTo("1K");
    assertThat(parameters.path("seed").isIntegralNumber()).isTrue();
  }

  @Test
  @Rule("GEN-03")
  void what_was_told_can_be_sent_again() {
    Tenant tenant = subject.tenant();
    JsonNode first = tenant.send(Generate.studio("a picture")).json().path("parameters");
    String body =
        "{\"model\":\"studio-1\",\"prompt\":\"a picture\",\"resolution\":\"%s\",\"seed\":%d}"
            .formatted(first.path("resolution").asText(), first.path("seed").asLong());
    assertThat(tenant.post(Generate.PATH, body).json().path("parameters")).isEqualTo(first);
  }

  @ParameterizedTest(name = "{0} characters of {1} are answered with {2}")
  @CsvSource({
    "2000, atlas-1, 200",
    "2001, atlas-1, 422",
    "500, studio-1, 200",
    "501, studio-1, 422"
  })
  @Rule({"GEN-14", "V-5"})
  void a_prompt_is_counted_in_code_points(int characters, String model, int status) {
    String body = "{\"model\":\"%s\",\"prompt\":\"%s\"}".formatted(model, "🦊".repeat(characters));
    Exchange exchange = subject.tenant().post("/api/v1/quotes", body);
    assertThat(exchange.status()).as("%s", exchange.code()).isEqualTo(status);
  }

  @Test
  @Rule("GEN-14")
  void a_prompt_comes_back_as_it_was_sent() {
    Tenant tenant = subject.tenant();
    Exchange started =
        tenant.post(Generate.PATH, "{\"model\":\"studio-1\",\"prompt\":\" ü🦊\\u2028\\\"<b>\\n\"}");
    assertThat(started.json().path("prompt").asText()).isEqualTo(" ü🦊\u2028\"<b>\n");
  }

  @ParameterizedTest(name = "{1} is wrong in: {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'model':'studio-1'} | prompt",
        "{'model':'studio-1','prompt':''} | prompt",
        "{'model':'studio-1','prompt':7} | prompt",
        "{'model':'studio-1','prompt':'a\\u0000b'} | prompt",
        "{'prompt':'x'} | model",
        "{'model':7,'prompt':'x'} | model",
        "{'model':'atlas-1','prompt':'x','aspect_ratio':'7:5'} | aspect_ratio",
        "{'model':'aurora-1','prompt':'x','duration':61} | duration",
        "{'model':'aurora-1','prompt':'x','duration':2} | duration",
        "{'model':'aurora-1','prompt':'x','duration':3.5} | duration",
        "{'model':'studio-1','prompt':'x','seed':-1} | seed",
        "{'model':'studio-1','prompt':'x','seed':1e400} | seed",
        "{'model':'studio-1','prompt':'x','resolution':null} | resolution",
        "{'model':'studio-1','prompt':'x','colour':'red'} | colour"
      })
  @Rule({"V-5", "ERR-14"})
  void what_is_wrong_is_named(String body, String field) {
    Exchange refused = subject.tenant().post(Generate.PATH, body.replace('\'', '"'));
    assertThat(refused.code()).isEqualTo("INVALID_PARAMS");
    assertThat(refused.json().path("field").asText()).isEqualTo(field);
  }

  @Test
  @Rule("ERR-14")
  void everything_that_is_wrong_is_named_at_once() {
    String body =
        "{\"model\":\"aurora-1\",\"prompt\":\"\",\"duration\":1,\"seed\":\"x\",\"colour\":1}";
    JsonNode error = subject.tenant().post(Generate.PATH, body).json();
    assertThat(error.path("errors").valueStream().map(one -> one.path("field").asText()))
        .containsExactlyInAnyOrder("prompt", "duration", "seed", "colour");
    assertThat(error.path("field")).isEqualTo(error.at("/errors/0/field"));
    assertThat(error.path("reason")).isEqualTo(error.at("/errors/0/reason"));
  }

  @Test
  @Rule({"ERR-15", "SEC-02"})
  void a_wrong_value_is_not_repeated() {
    String body =
        "{\"model\":\"aurora-1\",\"prompt\":\"%s\",\"aspect_ratio\":\"canary\",\"duration\":\"canary\"}"
            .formatted("canary".repeat(400));
    assertThat(subject.tenant().post(Generate.PATH, body).text()).doesNotContain("canary");
  }
}
