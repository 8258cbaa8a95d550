package dev.waymark.conformance.callers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Faults;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is tried again, and after how long. The callers wait in real time, and the server's keeps
 * up.
 */
@ExtendWith(SubjectExtension.class)
final class RetryingTest {
  private static final List<String> JOB = List.of("generate", "studio-1", "a fox");
  private static final Duration UNTIL_JUST_BEFORE_THE_WINDOW_ENDS = Duration.ofSeconds(58);
  private static final int CALLS_OF_THE_PLAN = 12;

  private final Subject subject;

  RetryingTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"CALL-01", "CALL-02", "V-13", "O-5", "O-6", "M-4", "A-5"})
  void a_caller_that_is_over_its_limits_waits_as_told_and_gets_its_picture_for_one_price() {
    Map<Program, String> held = new EnumMap<>(Program.class);
    Map<Program, Tenant> tenants = tenants((program, tenant) -> held.put(program, busy(tenant)));
    RealTime time = new RealTime(subject.time());

    List<Visit> visits =
        Visit.ofAll(program -> {
          Door door =
              Door.to(subject, time)
                  .telling(answer -> {
                    if (answer.code().equals("CONCURRENCY_LIMIT")) {
                      subject.studio().release(requireNonNull(held.get(program)));
                    }
                  });
          return Visit.of(program, requireNonNull(tenants.get(program)), door, JOB);
        });

    assertThat(visits)
        .allSatisfy(visit -> {
          assertThat(visit.answers("POST"))
              .containsExactly("POST 429 RATE_LIMIT", "POST 429 CONCURRENCY_LIMIT", "POST 202");
          assertWaited(visit);
          assertCompleted(visit);
          assertThat(visit.holds()).as("with the one that it waited for").isEqualTo(2);
        });
    assertThat(visits)
        .filteredOn(visit -> visit.program() == Program.STATUS)
        .allSatisfy(visit -> {
          JsonNode rate = visit.told().refusals().getFirst().at("/understood/rate");
          assertThat(rate.path("limit").asInt()).isEqualTo(CALLS_OF_THE_PLAN);
          assertThat(rate.path("remaining").asInt(-1)).isZero();
          assertThat(rate.path("reset").asLong()).isPositive();
        });
  }

  @Test
  @Rule({"CALL-01", "CALL-03", "V-7", "V-13", "O-6", "M-5", "M-7"})
  void a_caller_tries_a_failed_call_again_only_if_its_document_says_so() {
    RealTime time = new RealTime(subject.time());

    List<Visit> visits =
        Visit.ofAll(program -> {
          Door door =
              Door.to(subject, time)
                  .breaking("POST", Door.OVERLOADED, Door.SOUND)
                  .breaking("GET", Faults.STORE_BROKEN + " 0", Door.SOUND);
          return Visit.of(program, Visit.sandbox(subject, program), door, JOB);
        });

    assertThat(visits)
        .allSatisfy(visit -> {
          switch (visit.program()) {
            case NATIVE, STATUS -> {
              assertThat(visit.answers("POST")).containsExactly("POST 503 OVERLOADED", "POST 202");
              assertThat(visit.answers("GET")).startsWith("GET 500 INTERNAL_ERROR", "GET 200");
              assertCompleted(visit);
              assertThat(visit.holds()).isEqualTo(1);
            }
            case TYPED, PLAIN -> {
              assertThat(visit.answers("POST")).containsExactly("POST 503 OVERLOADED");
              assertThat(visit.told().outcome().path("outcome").asText()).isEqualTo("refused");
              assertThat(visit.holds()).isZero();
            }
          }
        });
    assertThat(visits)
        .filteredOn(visit -> visit.program() == Program.NATIVE)
        .allSatisfy(visit -> {
          assertThat(waits(visit)).containsExactly(1000L, 1000L);
        });
    assertThat(visits)
        .filteredOn(visit -> visit.program() == Program.STATUS)
        .allSatisfy(RetryingTest::assertWaited);
    assertThat(visits)
        .filteredOn(visit -> visit.program() == Program.TYPED)
        .allSatisfy(visit -> {
          JsonNode support = visit.told().outcome().path("support");
          assertThat(support.path("request_id").asText())
              .isEqualTo(support.at("/body/error/request_id").asText())
              .startsWith("req_");
          assertThat(visit.told().outcome().path("look_at").asText()).isEqualTo("later");
        });
  }

  /** Each on a plan of few calls and one slot, with all of its calls used up a while ago. */
  private Map<Program, Tenant> tenants(BiConsumer<Program, Tenant> preparation) {
    Map<Program, Tenant> tenants = new EnumMap<>(Program.class);
    for (Program program : Program.values()) {
      Tenant tenant = Visit.tenant(subject, "few", program);
      preparation.accept(program, tenant);
      for (int call = 1; call < CALLS_OF_THE_PLAN; call++) {
        tenant.get("/api/v1/account");
      }
      tenants.put(program, tenant);
    }
    subject.time().pass(UNTIL_JUST_BEFORE_THE_WINDOW_ENDS);
    return tenants;
  }

  private static String busy(Tenant tenant) {
    String prompt = tenant.hold();
    tenant.start(prompt);
    return prompt;
  }

  /** Between an answer and the next call of the same kind there was no less than was asked for. */
  private static void assertWaited(Visit visit) {
    List<Passage> calls = visit.passages();
    for (int index = 0; index + 1 < calls.size(); index++) {
      Passage refused = calls.get(index);
      if (refused.exchange().status() >= 400) {
        Duration asked = Duration.ofSeconds(refused.exchange().number("Retry-After"));
        assertThat(refused.pauseBefore(calls.get(index + 1)))
            .as("the pause after %s", refused.exchange())
            .isGreaterThanOrEqualTo(asked)
            .isLessThan(asked.plusSeconds(5));
      }
    }
  }

  private static List<Long> waits(Visit visit) {
    return visit.told().refusals().stream().map(line -> line.path("wait_ms").asLong()).toList();
  }

  private static void assertCompleted(Visit visit) {
    JsonNode outcome = visit.told().outcome();
    assertThat(outcome.path("outcome").asText()).as("%s", visit).isEqualTo("completed");
    assertThat(outcome.path("generation_id").asText()).startsWith("gen_");
    assertThat(outcome.path("credits_used").asInt()).isEqualTo(10);
  }
}
