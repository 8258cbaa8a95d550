package dev.waymark.conformance.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.subject.Together;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls with one key at the same moment. */
@ExtendWith(SubjectExtension.class)
final class ParallelReplayTest {
  private static final Request START = Generate.studio("once").with("Idempotency-Key", "k");

  private final Subject subject;

  ParallelReplayTest(Subject subject) {
    this.subject = subject;
  }

  @RepeatedTest(5)
  @Rule("IDEM-05")
  void parallel_calls_with_one_key_start_one_generation() {
    Tenant tenant = subject.tenant();
    List<Exchange> exchanges = Together.times(16, () -> tenant.send(START));
    assertThat(exchanges)
        .filteredOn(exchange -> exchange.status() != 202)
        .allMatch(exchange -> exchange.code().equals("IDEMPOTENCY_IN_PROGRESS"));
    assertThat(exchanges)
        .filteredOn(exchange -> exchange.header("Idempotent-Replayed").equals(Optional.of("false")))
        .hasSize(1);
    assertThat(tenant.wallet().count("hold")).isEqualTo(1);
  }

  @Test
  @Rule("IDEM-05")
  void while_the_first_call_runs_a_second_one_is_told_to_wait_and_then_gets_its_answer()
      throws InterruptedException {
    Tenant tenant = subject.tenant();
    BlockingQueue<Exchange> answers = new LinkedBlockingQueue<>();
    // Whichever call comes first waits for the account; the other one finds it running.
    Exchange early =
        subject
            .jdbi()
            .inTransaction(tx -> {
              tx.execute("SELECT 1 FROM account WHERE id = ? FOR UPDATE", tenant.account());
              for (int call = 0; call < 2; call++) {
                Thread.ofVirtual().start(() -> answers.add(tenant.send(START)));
              }
              return answers.poll(20, TimeUnit.SECONDS);
            });
    assertThat(early.code()).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
    Exchange late = answers.poll(20, TimeUnit.SECONDS);
    assertThat(late).isNotNull();
    assertThat(late.status()).isEqualTo(202);
    assertThat(tenant.send(START).body()).isEqualTo(late.body());
  }
}
