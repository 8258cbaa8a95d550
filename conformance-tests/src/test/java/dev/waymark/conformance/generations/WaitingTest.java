package dev.waymark.conformance.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Prefer: wait=n}. */
@ExtendWith(SubjectExtension.class)
final class WaitingTest {
  private final Subject subject;

  WaitingTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule("GEN-04")
  void a_waiting_call_is_answered_when_the_generation_ends() {
    Tenant tenant = subject.tenant();
    String prompt = tenant.hold();
    Request request = waiting(tenant.start(prompt), "wait=60");
    CompletableFuture<Exchange> answer = CompletableFuture.supplyAsync(() -> tenant.send(request));
    subject.studio().awaitBegin(prompt);
    subject.studio().release(prompt);
    assertThat(answer.join().json().path("status").asText()).isEqualTo("completed");
    assertThat(answer.join().require("Preference-Applied")).isEqualTo("wait=60");
  }

  @ParameterizedTest(name = "{0} is honoured as {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "wait=3 | 3",
        "WAIT = 4 | 4",
        "respond-async, wait=5 | 5",
        "wait=\"6\"; x=1 | 6",
        "wait=999 | 60"
      })
  @Rule("GEN-04")
  void a_waiting_call_is_answered_when_its_time_is_over(String prefer, int seconds) {
    Tenant tenant = subject.tenant();
    String id = tenant.startHeld();
    CompletableFuture<Exchange> waiting =
        CompletableFuture.supplyAsync(() -> tenant.send(waiting(id, prefer)));
    Exchange answer = subject.time().passUntil(waiting);
    assertThat(answer.json().path("status").asText()).isIn("pending", "processing");
    assertThat(answer.require("Preference-Applied")).isEqualTo("wait=" + seconds);
    assertThat(Duration.between(answer.from(), answer.until()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  @Rule("GEN-04")
  void preferences_in_several_lines_are_one_list() {
    Tenant tenant = subject.tenant();
    Request request = waiting(tenant.startHeld(), "respond-async").with("Prefer", "wait=7");
    CompletableFuture<Exchange> waiting = CompletableFuture.supplyAsync(() -> tenant.send(request));
    assertThat(subject.time().passUntil(waiting).require("Preference-Applied")).isEqualTo("wait=7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"respond-async", "wait", "wait=", "wait=x", "wait=-1", "waiting=9", "=", ";"})
  @Rule("GEN-15")
  void what_is_not_understood_is_ignored(String prefer) {
    Tenant tenant = subject.tenant();
    Exchange answer = tenant.send(waiting(tenant.startHeld(), prefer));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Preference-Applied")).isEmpty();
  }

  private static Request waiting(String id, String prefer) {
    return Request.get("/api/v1/generations/" + id).with("Prefer", prefer);
  }
}
