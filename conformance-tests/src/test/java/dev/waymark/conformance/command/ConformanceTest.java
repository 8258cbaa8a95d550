package dev.waymark.conformance.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line helps whoever comes to it for the first time. */
final class ConformanceTest {
  @TempDir private Path folder;

  @Test
  void without_a_word_it_shows_what_there_is() {
    Ran ran = Ran.command();
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("server", "client", "judge", "faults", "explain", "matrix");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"server", "client", "judge", "faults", "explain", "obligations", "matrix"})
  void each_command_has_a_help_page_with_examples_and_exit_codes(String command) {
    Ran ran = Ran.command(command, "--help");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("Example", "Exit codes: ", "waymark-conformance " + command);
    assertThat(ran.out().lines().filter(line -> line.length() > 100)).isEmpty();
  }

  @Test
  void a_slip_in_an_option_is_answered_with_the_right_one() {
    Ran ran = Ran.command("server", "--profil", "x");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("--profile", "Try: waymark-conformance server --help");
  }

  @Test
  void without_a_server_it_asks_which() {
    Ran ran = Ran.command("server");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).startsWith("Which server? Name it with --url");
  }

  @Test
  void a_missing_variable_is_named() {
    Ran ran = Ran.command("server", "--url", "http://127.0.0.1:1", "--operator-key-env", "MY_KEY");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("MY_KEY, which is not set; run: export MY_KEY=");
  }

  @Test
  void a_key_on_the_command_line_is_refused_and_not_repeated() {
    Ran ran =
        Ran.command(
            "server", "--url", "http://127.0.0.1:1", "--operator-key-env", "wm_live_secret123");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("never as it is").doesNotContain("secret123");
  }

  @Test
  void a_key_can_come_from_a_file() throws IOException {
    Path file = Files.writeString(folder.resolve("op.key"), "wm_live_x\n");
    Ran ran =
        Ran.command("server", "--url", "http://127.0.0.1:1", "--operator-key-env", file.toString());
    assertThat(ran.err()).startsWith("Nobody answers");
  }

  @Test
  void the_usual_variable_is_taken_by_itself() {
    Ran ran =
        Ran.with(
            Map.of("WAYMARK_OPERATOR_KEY", "wm_live_x"), "server", "--url", "http://127.0.0.1:1");
    assertThat(ran.err()).startsWith("Nobody answers");
  }

  @Test
  void a_prefix_of_nothing_is_told() {
    Ran ran = Ran.command("server", "--url", "http://127.0.0.1:1", "--only", "nothing/");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("No obligation of servers begins with nothing/");
  }

  @Test
  void each_of_several_prefixes_begins_something() {
    Ran ran = Ran.command("client", "--exec", "exit 9", "--only", "SEND", "READ-1");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err())
        .contains("No obligation of clients begins with READ-1; did you mean:", "  READ-01");
  }

  @Test
  void a_prefix_that_belongs_to_another_command_leads_there() {
    Ran ran = Ran.command("client", "--exec", "exit 9", "--only", "startGeneration/429");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err())
        .contains("one of servers; judge it with: waymark-conformance server --only startGen");
  }

  @Test
  void a_known_failure_of_nothing_is_told_before_anybody_is_called() throws IOException {
    Path profile =
        Files.writeString(
            folder.resolve("p.yaml"),
            "known-failures: { startGeneration/429/RATE_LIMIT/retry-aftr: ticket 17 }");
    Ran ran = Ran.command("server", "--url", "http://127.0.0.1:1", "--profile", profile.toString());
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err())
        .contains("retry-aftr is no obligation of servers; did you mean:")
        .contains("  startGeneration/429/RATE_LIMIT/retry-after");
  }

  @Test
  void a_record_that_cannot_be_written_is_said_before_anybody_is_called() {
    String file = folder.resolve("none/traffic.har").toString();
    Ran ran = Ran.command("server", "--url", "http://127.0.0.1:1", "--record", file);
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err())
        .contains("traffic.har cannot be written; name another file with --record.");
  }

  @Test
  void obligations_are_one_a_line() throws IOException {
    Path file = folder.resolve("obligations.json");
    assertThat(Ran.command("obligations", "--out", file.toString()).exitCode()).isZero();
    assertThat(Files.readAllLines(file))
        .anyMatch(
            line -> line.startsWith("{\"id\":\"startGeneration/429/RATE_LIMIT/retry-after\""));
  }
}
