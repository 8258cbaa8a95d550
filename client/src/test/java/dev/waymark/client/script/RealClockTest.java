package dev.waymark.client.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.client.WaymarkException;
import dev.waymark.client.retry.GaveUp;
import dev.waymark.client.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The same laws over real connections, while real time passes. */
final class RealClockTest {

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void the_timeline_is_legal_over_the_network_too(@ForAll("scripts") Script script)
      throws IOException {
    Judge.judge(SocketStage.play(script), /* exact= */ false);
  }

  @Example
  void a_server_that_keeps_silent_holds_nobody_beyond_the_deadline() throws IOException {
    Script script =
        new Script(
            RetryPolicy.defaults().withDeadline(Duration.ofMillis(300)),
            Duration.ofSeconds(30),
            List.of(Deed.START),
            List.of(new Step.Break(0, Fault.TIMEOUT)),
            List.of(0),
            Optional.empty());

    Play.Ending ending = SocketStage.play(script).endings().get(0);

    WaymarkException thrown = (WaymarkException) ending.thrown().orElseThrow();
    assertThat(thrown.attempts().reason()).isEqualTo(GaveUp.DEADLINE);
    assertThat(ending.ended().minus(ending.began())).isLessThan(Duration.ofSeconds(5));
  }

  @Provide
  Arbitrary<Script> scripts() {
    return new Scripts(Pace.REAL).all();
  }
}
