package dev.waymark.conformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code X-Test-Error: CODE; delay_ms=n}. */
@ExtendWith(SubjectExtension.class)
final class ForcedDelayTest {
  private final Subject subject;

  ForcedDelayTest(Subject subject) {
    this.subject = subject;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1500, 60_000})
  @Rule("SAND-05")
  void a_forced_answer_is_held_back_for_its_delay(int millis) {
    Tenant sandbox = subject.sandbox();

    Exchange forced = delayed(sandbox, "OVERLOADED; delay_ms=" + millis);

    assertThat(forced.code()).isEqualTo("OVERLOADED");
    assertThat(Duration.between(forced.from(), forced.until()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(millis));
  }

  @Test
  @Rule("SAND-05")
  void what_a_delayed_answer_says_of_the_limit_is_true_when_it_comes() {
    Exchange forced = delayed(subject.sandbox(), "RATE_LIMIT; delay_ms=20000");

    assertThat(forced.number("Retry-After-Ms")).isEqualTo(6840);
    assertThat(forced.number("X-RateLimit-Remaining")).isZero();
    // Rounded up: the wait is over at that second, counted from the end of the delay.
    assertThat(forced.number("X-RateLimit-Reset"))
        .isGreaterThanOrEqualTo(forced.from().plusSeconds(26).getEpochSecond())
        .isLessThanOrEqualTo(forced.until().plusSeconds(7).getEpochSecond());
  }

  private Exchange delayed(Tenant sandbox, String error) {
    return subject
        .time()
        .passUntil(CompletableFuture.supplyAsync(() -> sandbox.send(Forced.account(error))));
  }
}
