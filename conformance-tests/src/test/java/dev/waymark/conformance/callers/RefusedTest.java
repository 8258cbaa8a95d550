package dev.waymark.conformance.callers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is for good is understood, and sent once. */
@ExtendWith(SubjectExtension.class)
final class RefusedTest {
  private static final List<String> COMMON =
      List.of("error", "message", "next", "docs_url", "request_id", "retry", "charge");

  private final Subject subject;

  RefusedTest(Subject subject) {
    this.subject = subject;
  }

  /**
   * Something that cannot succeed.
   *
   * @param path stands at the end of the base URL
   * @param preparation makes it impossible for this account, and tells what is tried
   */
  record Hopeless(
      String code, int status, String path, Function<Tenant, List<String>> preparation) {
    static Hopeless of(String code, int status, Function<Tenant, List<String>> preparation) {
      return new Hopeless(code, status, "", preparation);
    }

    @Override
    public String toString() {
      return status + " " + code;
    }
  }

  static Stream<Hopeless> hopeless() {
    List<String> fox = List.of("generate", "studio-1", "a fox");
    return Stream.of(
        Hopeless.of(
            "KEY_REVOKED",
            401,
            prepared(
                "UPDATE api_key SET revoked_at = CAST(:value AS timestamptz) WHERE account_id = :account",
                "2025-12-01T10:00:00Z",
                fox)),
        Hopeless.of(
            "INSUFFICIENT_CREDITS",
            402,
            tenant -> {
              tenant.wallet().leave(3);
              return fox;
            }),
        Hopeless.of(
            "TIER_LOCKED",
            403,
            prepared("UPDATE account SET plan = :value WHERE id = :account", "free", fox)),
        Hopeless.of("MODEL_NOT_ALLOWED", 403, _ -> List.of("generate", "atlas-studio-1", "a fox")),
        new Hopeless("ROUTE_NOT_FOUND", 404, "/v1", _ -> fox),
        Hopeless.of("GENERATION_NOT_FOUND", 404, _ -> List.of("cancel", "gen_nobody")),
        Hopeless.of(
            "GENERATION_NOT_CANCELLABLE",
            409,
            tenant -> List.of("cancel", tenant.finished("x").path("generation_id").asText())),
        Hopeless.of("UNKNOWN_MODEL", 422, _ -> List.of("generate", "studio-9", "a fox")),
        Hopeless.of("INVALID_PARAMS", 422, _ -> List.of("generate", "studio-1", "x".repeat(2001))));
  }

  @ParameterizedTest
  @MethodSource("hopeless")
  @Rule({"CALL-01", "CALL-03", "V-1", "V-13", "O-1", "M-1", "M-7", "A-1"})
  void a_caller_understands_what_is_for_good_and_sends_it_once(Hopeless hopeless) {
    RealTime time = new RealTime(subject.time());

    List<Visit> visits =
        Visit.ofAll(program -> {
          Tenant tenant = Visit.tenant(subject, "pro", program);
          List<String> job = hopeless.preparation().apply(tenant);
          long before = tenant.wallet().count("hold");
          Visit visit =
              Visit.of(program, tenant, tenant.key(), Door.to(subject, time), hopeless.path(), job);
          assertThat(visit.holds()).isEqualTo(before);
          return visit;
        });

    assertThat(visits)
        .allSatisfy(visit -> {
          assertThat(visit.answers("POST"))
              .containsExactly("POST " + hopeless.status() + " " + hopeless.code());
          assertThat(visit.told().outcome().path("outcome").asText()).isEqualTo("refused");
          assertUnderstood(visit);
        });
  }

  /** Nothing is known of such a key, and so nothing of a shape either. */
  @Test
  @Rule("CALL-03")
  void a_caller_whose_key_nobody_knows_gives_up_at_once() {
    RealTime time = new RealTime(subject.time());
    String unknown = subject.tenant().key().replaceFirst(".{6}$", "AAAAAA");

    List<Visit> visits =
        Visit.ofAll(program ->
            Visit.of(
                program,
                subject.tenant(),
                unknown,
                Door.to(subject, time),
                "",
                List.of("generate", "studio-1", "a fox")));

    assertThat(visits)
        .allSatisfy(visit -> {
          assertThat(visit.answers("POST")).containsExactly("POST 401 KEY_INVALID");
          assertThat(visit.told().outcome().path("outcome").asText()).isEqualTo("refused");
        });
  }

  private static void assertUnderstood(Visit visit) {
    Exchange answer = visit.passages().getFirst().exchange();
    JsonNode truth = inNativeWords(visit);
    JsonNode understood = visit.told().understood();
    String message = truth.path("message").asText();
    String code = truth.path("error").asText();
    String requestId = answer.require("X-Request-Id");
    switch (visit.program()) {
      case NATIVE -> {
        assertThat(understood.path("error").asText()).isEqualTo(code);
        assertThat(understood.path("message").asText()).isEqualTo(message);
        assertThat(understood.path("next")).isEqualTo(truth.path("next"));
        assertThat(understood.path("request_id").asText()).isEqualTo(requestId);
        assertThat(extras(understood.path("extras"))).isEqualTo(extras(truth));
      }
      case STATUS -> {
        assertThat(understood.path("error").asText()).isEqualTo(message);
        assertThat(understood.path("code").asInt()).isEqualTo(answer.status());
        assertThat(understood.has("retry_after")).isFalse();
        ObjectNode details = extras(understood.path("details"));
        details.remove("error_code");
        assertThat(details).isEqualTo(extras(truth));
      }
      case TYPED -> {
        assertThat(understood.path("type").asText()).isEqualTo(code);
        assertThat(understood.path("message").asText()).isEqualTo(message);
        assertThat(understood.path("request_id").asText()).isEqualTo(requestId);
        assertThat(visit.told().outcome().path("support").path("body")).isEqualTo(answer.json());
      }
      case PLAIN ->
          assertThat(understood.path("error").asText())
              .isEqualTo(message + " " + truth.path("next").asText());
    }
  }

  /** The same call by somebody who asks for the native shape, whatever the key. */
  private static JsonNode inNativeWords(Visit visit) {
    Request again =
        visit
            .passages()
            .getFirst()
            .exchange()
            .request()
            .without("Accept")
            .with("Accept", "application/json, application/problem+json;q=0.1");
    return visit.tenant().send(again).json();
  }

  private static ObjectNode extras(JsonNode error) {
    return ((ObjectNode) error.deepCopy()).remove(COMMON);
  }

  private static Function<Tenant, List<String>> prepared(
      String sql, String value, List<String> job) {
    return tenant -> {
      tenant.update(sql, value);
      return job;
    };
  }
}
