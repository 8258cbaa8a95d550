package dev.waymark.conformance.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** On a server on which nobody works and one generation may wait. */
@ExtendWith(SubjectExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QueueTest {
  private final Subject crowded;
  private final Tenant first;
  private final String waiting;

  QueueTest(Subject subject) {
    crowded =
        subject.beside(Map.of("waymark.workers.threads", 0, "waymark.generations.max-queued", 1));
    first = crowded.tenant("tiny");
    waiting = first.start("waits for ever");
  }

  @BeforeEach
  void nothing_else_waits() {
    assertThat(first.generation(waiting).path("status").asText()).isEqualTo("pending");
    crowded.time().pass(Duration.ofSeconds(61));
  }

  @AfterAll
  void close() {
    crowded.close();
  }

  @Test
  @Rule("CONC-06")
  void a_full_queue_refuses_and_takes_nothing() {
    Tenant second = crowded.tenant();
    Exchange refused = second.send(Generate.studio("too much"));
    assertThat(refused.code()).isEqualTo("OVERLOADED");
    assertThat(refused.number("Retry-After")).isEqualTo(5);
    assertThat(second.wallet().count("hold")).isZero();
  }

  @Test
  @Rule("CONC-06")
  void a_refusal_of_a_full_queue_leaves_the_idempotency_key_free() {
    Tenant second = crowded.tenant();
    var request = Generate.studio("too much").with("Idempotency-Key", "free");
    assertThat(second.send(request).code()).isEqualTo("OVERLOADED");
    assertThat(second.send(request).code()).isEqualTo("OVERLOADED");
  }

  @Test
  @Rule("ORDER-11")
  void missing_slots_are_told_before_the_full_queue() {
    assertThat(first.send(Generate.studio("too much")).code()).isEqualTo("CONCURRENCY_LIMIT");
  }
}
