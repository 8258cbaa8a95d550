package dev.waymark.conformance.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.subject.Together;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Real threads against one wallet. */
@ExtendWith(SubjectExtension.class)
final class ParallelMoneyTest {
  private final Subject subject;

  ParallelMoneyTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"MONEY-07", "MONEY-08"})
  void parallel_starts_never_overspend() {
    Tenant tenant = subject.tenant("wide");
    tenant.wallet().leave(95);
    List<Exchange> exchanges = Together.times(40, () -> tenant.send(Generate.studio("x")));
    assertThat(exchanges).filteredOn(exchange -> exchange.status() == 202).hasSize(9);
    assertThat(exchanges)
        .filteredOn(exchange -> exchange.code().equals("INSUFFICIENT_CREDITS"))
        .hasSize(31);
    assertThat(tenant.wallet().balance()).isEqualTo(5);
    assertThat(tenant.wallet().sumOfEntries()).isEqualTo(5);
  }

  @Test
  @Rule({"MONEY-04", "MONEY-07"})
  void parallel_starts_each_tell_another_balance() {
    Tenant tenant = subject.tenant("wide");
    List<Exchange> exchanges = Together.times(20, () -> tenant.send(Generate.studio("x")));
    assertThat(exchanges)
        .extracting(exchange -> exchange.number("X-Credits-Remaining"))
        .doesNotHaveDuplicates();
  }

  @RepeatedTest(10)
  @Rule({"MONEY-08", "GEN-02"})
  void a_cancel_against_a_completion_ends_a_generation_once() {
    Tenant tenant = subject.tenant();
    String prompt = tenant.hold();
    String id = tenant.start(prompt);
    subject.studio().awaitBegin(prompt);
    Callable<String> cancel = () -> tenant.cancel(id).status() == 200 ? "cancelled" : "completed";
    Callable<String> completion =
        () -> {
          subject.studio().release(prompt);
          return tenant.await(id).path("status").asText();
        };
    List<String> seen = Together.all(List.of(cancel, completion, cancel));
    String end = tenant.generation(id).path("status").asText();
    assertThat(seen).containsOnly(end);
    assertThat(tenant.wallet().entriesOf(id))
        .containsExactly("hold", end.equals("completed") ? "settle" : "release");
    assertThat(tenant.wallet().sumOfEntries()).isEqualTo(tenant.wallet().balance());
  }

  @Test
  @Rule({"MONEY-10", "MONEY-08"})
  void parallel_calls_at_the_end_of_a_cycle_grant_it_once() {
    Tenant tenant = subject.tenant("wide");
    subject.time().pass(Duration.ofDays(30));
    List<Exchange> exchanges = Together.times(16, () -> tenant.get("/api/v1/account"));
    assertThat(exchanges)
        .extracting(exchange -> exchange.json().at("/credits/balance").asLong())
        .containsOnly(1000L);
    assertThat(tenant.wallet().count("grant")).isEqualTo(2);
  }
}
