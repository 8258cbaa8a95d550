package dev.waymark.conformance.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.waymark.conformance.drivers.DriverFailed.Manner;
import dev.waymark.conformance.secrets.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whatever a driver does, the kit goes on and says clearly what it was. */
final class ProgramTest {
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(30), Duration.ofMillis(300));

  private static final String READY = "console.log('{\"ready\":\"mine 1.0\",\"at_once\":9}');";

  @Test
  void a_program_answers_in_any_order_and_says_its_name() {
    String program =
        READY
            + """
            const lines = [];
            require('readline').createInterface({input: process.stdin}).on('line', line => {
              lines.unshift(JSON.parse(line));
              if (lines.length === 2) for (const order of lines) console.log(JSON.stringify({
                case: order.case, outcome: 'error', code: order.op, status: 429, retry_after_ms: 7}));
            });
            """;
    try (Program driver = started(program)) {
      Thread first = Thread.ofVirtual().start(() -> driver.call(order("a")));

      Told told = driver.call(order("b"));

      assertThat(driver.name()).isEqualTo("mine 1.0");
      assertThat(driver.atOnce()).isEqualTo(9);
      assertThat(told.outcome()).isEqualTo(Told.Outcome.ERROR);
      assertThat(told.code()).contains("getAccount");
      assertThat(told.status()).contains(429);
      assertThat(told.retryAfterMillis()).contains(7L);
      assertThat(told.requestId()).isEmpty();
      assertThat(first.isVirtual()).isTrue();
    }
  }

  @Test
  void a_program_that_is_not_there_is_not_started() {
    DriverFailed failed = notStarted(List.of("./there-is-no-such-driver"));

    assertThat(failed).hasMessageContaining("cannot be started");
  }

  @Test
  void a_program_that_ends_before_it_is_ready_says_why_in_its_last_words() {
    DriverFailed failed =
        notStarted(List.of("node", "-e", "console.error('no module x'); process.exit(3)"));

    assertThat(failed)
        .hasMessageContaining("did not say that it is ready")
        .hasMessageContaining("exit code 3")
        .hasMessageContaining("no module x");
  }

  @Test
  void one_that_dies_with_several_open_orders_names_them() {
    String program =
        READY
            + """
            let open = 0;
            require('readline').createInterface({input: process.stdin})
                .on('line', () => { if (++open === 2) process.exit(9); });
            """;
    try (Program driver = started(program)) {
      CompletableFuture<DriverFailed> first =
          CompletableFuture.supplyAsync(() -> failed(driver, "a"));
      CompletableFuture<DriverFailed> second =
          CompletableFuture.supplyAsync(() -> failed(driver, "b"));

      assertThat(List.of(first.join(), second.join()))
          .allSatisfy(failed ->
              assertThat(failed)
                  .hasMessageContaining("open were a, b")
                  .hasMessageContaining("\"at_once\": 1"));
    }
  }

  @Test
  void a_program_that_dies_fails_what_was_open_and_is_started_again() {
    String program =
        READY
            + """
            require('readline').createInterface({input: process.stdin}).on('line', line => {
              const order = JSON.parse(line);
              if (order.case === 'bad') { console.error('out of memory'); process.exit(9); }
              console.log(JSON.stringify({case: order.case, outcome: 'success'}));
            });
            """;
    try (Program driver = started(program)) {
      DriverFailed failed = failed(driver, "bad");

      assertThat(failed.manner()).isEqualTo(Manner.DIED);
      assertThat(failed).hasMessageContaining("exit code 9").hasMessageContaining("out of memory");
      assertThat(driver.call(order("good")).outcome()).isEqualTo(Told.Outcome.SUCCESS);
    }
  }

  @Test
  void a_program_that_always_dies_is_not_started_for_ever() {
    String program = READY + "process.stdin.once('data', () => process.exit(1));";
    try (Program driver = started(program)) {
      DriverFailed last = failed(driver, "1");
      for (int call = 2; call <= 7; call++) {
        last = failed(driver, String.valueOf(call));
      }

      assertThat(last).hasMessageContaining("is not started again");
    }
  }

  @Test
  void what_is_no_line_of_the_protocol_is_shown_without_its_key() {
    String program = READY + "process.stdin.on('data', d => console.log('got ' + d));";
    try (Program driver = started(program)) {
      DriverFailed failed = failed(driver, "a");

      assertThat(failed.manner()).isEqualTo(Manner.RUBBISH);
      assertThat(failed)
          .hasMessageContaining("no line of JSON")
          .hasMessageContaining("(key)")
          .hasMessageNotContaining("wm_test_");
    }
  }

  @Test
  void an_outcome_that_nobody_knows_is_rubbish() {
    String program =
        READY
            + "process.stdin.on('data', d => console.log('{\"case\":\"a\",\"outcome\":\"maybe\"}'));";
    try (Program driver = started(program)) {
      DriverFailed failed = failed(driver, "a");

      assertThat(failed.manner()).isEqualTo(Manner.RUBBISH);
      assertThat(failed).hasMessageContaining("success, error and unsupported");
    }
  }

  @Test
  void a_program_that_says_nothing_is_given_up() {
    try (Program driver = started(READY + "process.stdin.on('data', () => {});")) {
      DriverFailed failed = failed(driver, "a");

      assertThat(failed.manner()).isEqualTo(Manner.SILENT);
      assertThat(failed).hasMessageContaining("said nothing of getAccount (a) within");
    }
  }

  private static Program started(String program) {
    return Program.start(node(program), PATIENCE);
  }

  private static List<String> node(String program) {
    return List.of("node", "-e", program);
  }

  private static DriverFailed notStarted(List<String> command) {
    DriverFailed failed =
        catchThrowableOfType(DriverFailed.class, () -> Program.start(command, PATIENCE));
    assertThat(failed.manner()).isEqualTo(Manner.NOT_STARTED);
    return failed;
  }

  private static DriverFailed failed(Program driver, String id) {
    return catchThrowableOfType(DriverFailed.class, () -> driver.call(order(id)));
  }

  private static Order order(String id) {
    return new Order(
        id,
        URI.create("http://127.0.0.1:1"),
        new Secret("wm_test_s3cretKey"),
        "getAccount",
        "GET",
        "/api/v1/account",
        JsonNodeFactory.instance.objectNode(),
        Optional.empty(),
        Duration.ofMillis(400),
        1,
        Optional.empty(),
        Optional.empty());
  }
}
