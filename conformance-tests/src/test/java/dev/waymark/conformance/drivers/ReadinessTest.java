package dev.waymark.conformance.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.conformance.drivers.DriverFailed.Manner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program that does not begin as it should is told what it did in the place of that. */
final class ReadinessTest {
  private static final String READY = "console.log('{\"ready\":\"mine 1.0\"}');";

  @Test
  void what_it_writes_before_it_is_ready_is_quoted() {
    assertThat(notStarted(node("console.log('Listening on wm_test_abc'); " + READY)))
        .hasMessageContaining("before it said that it is ready")
        .hasMessageContaining("no line of JSON: Listening on (key)");
    assertThat(notStarted(node("console.log('{\"started\": true}');")))
        .hasMessageContaining("no \"ready\"")
        .hasMessageContaining("{\"started\":true}");
  }

  @Test
  void a_number_of_orders_that_is_none_is_refused() {
    for (String number : List.of("\"16\"", "0", "-1", "1.5", "null")) {
      assertThat(notStarted(node("console.log('{\"ready\":\"x\",\"at_once\":" + number + "}');")))
          .hasMessageContaining("at_once is " + number)
          .hasMessageContaining("a whole number from 1 is wanted");
    }
  }

  private static DriverFailed notStarted(List<String> command) {
    DriverFailed failed =
        catchThrowableOfType(DriverFailed.class, () -> Program.start(command, Patience.USUAL));
    assertThat(failed.manner()).isEqualTo(Manner.NOT_STARTED);
    return failed;
  }

  private static List<String> node(String program) {
    return List.of("node", "-e", program);
  }
}
