package dev.waymark.client.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.client.ActionNeededException;
import dev.waymark.client.WaymarkException;
import dev.waymark.client.retry.GaveUp;
import dev.waymark.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Small cases that the scripts have found: ends of which too little was said, or too much. */
final class WhatIsKnownTest {

  @Test
  void somebody_elses_page_with_200_leaves_open_whether_a_start_was_carried_out() {
    WaymarkException thrown =
        thrown(Deed.START_WITH_KEY, Optional.empty(), broken(), page("<html>Please log in</html>"));

    assertThat(thrown).isInstanceOf(ActionNeededException.class);
    assertThat(thrown.attempts().count()).isEqualTo(2);
    assertThat(thrown.attempts().outcomeUnknown()).isTrue();
    assertThat(thrown).hasMessageContaining(Deed.OWN_KEY);
  }

  @Test
  void an_interrupted_start_tells_the_key_to_ask_with() {
    Script.Stop stop = new Script.Stop(Optional.of(Duration.ofMillis(100)), Optional.empty());
    WaymarkException thrown = thrown(Deed.START_WITH_KEY, Optional.of(stop), broken());

    assertThat(thrown.idempotencyKey()).contains(Deed.OWN_KEY);
    assertThat(thrown.attempts().reason()).isEqualTo(GaveUp.INTERRUPTED);
    assertThat(thrown.attempts().outcomeUnknown()).isTrue();
  }

  @Test
  void what_a_parser_says_of_an_answer_is_not_passed_on() {
    String address = "\"http://127.0.0.1/outputs/out_" + Scripts.Outputs.SECRET + " x\"";
    WaymarkException thrown =
        thrown(Deed.GET, Optional.empty(), page("{\"output_url\":" + address + "}"));

    assertThat(thrown.getCause()).isNotNull();
    assertThat(thrown.getCause().toString())
        .contains("column")
        .doesNotContain(Scripts.Outputs.SECRET);
  }

  @Test
  void a_page_without_its_list_is_not_an_empty_one() {
    WaymarkException thrown = thrown(Deed.LIST, Optional.empty(), page("{}"));

    assertThat(thrown).hasRootCauseMessage("the answer lacks data");
  }

  @Test
  void a_key_that_is_repeated_in_a_header_is_hidden() {
    Step refusal =
        new Step.Reply(
            0, 404, Map.of("Content-Type", VirtualStage.KEY), "<html>", true, false, false);

    assertThat(thrown(Deed.GET, Optional.empty(), refusal)).hasMessageContaining("[key]");
  }

  private static Step broken() {
    return new Step.Break(0, Fault.RESET);
  }

  private static Step page(String body) {
    return new Step.Reply(0, 200, Map.of(), body, true, false, false);
  }

  private static WaymarkException thrown(Deed deed, Optional<Script.Stop> stop, Step... steps) {
    Script script =
        new Script(
            RetryPolicy.defaults(),
            Duration.ofSeconds(10),
            List.of(deed),
            List.of(steps),
            List.of(0),
            stop);
    return (WaymarkException) VirtualStage.play(script).endings().get(0).thrown().orElseThrow();
  }
}
