package dev.waymark.conformance.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pointed at something that is no Waymark, the kit ends in time and says so. */
@Timeout(60)
final class StrangersTest {
  @TempDir private Path folder;

  @Test
  void a_closed_port_is_nobody() {
    Ran ran = Ran.command("server", "--url", "http://127.0.0.1:1", "--out", folder.toString());
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualToIgnoringNewLines(
            "Nobody answers at http://127.0.0.1:1; is the server running, and is that its address?");
  }

  @Test
  void a_host_that_does_not_exist_is_nobody() {
    Ran ran = Ran.command("server", "--url", "http://nowhere.invalid", "--out", folder.toString());
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("Nobody answers at http://nowhere.invalid");
  }

  @Test
  void a_file_server_is_recognized_and_not_asked_a_thousand_times() throws IOException {
    try (Stranger stranger = Stranger.withFiles()) {
      Ran ran = judged(stranger);
      assertThat(ran.exitCode()).isEqualTo(1);
      assertThat(ran.out())
          .contains("is no Waymark")
          .contains("404 text/html, 404 text/html, 404 text/html");
      assertThat(Files.readString(folder.resolve("out/report.json")))
          .contains("<h1>Error 404</h1>")
          .contains("\"PASS\" : 0");
      assertThat(folder.resolve("out/junit.xml")).content().contains("is no Waymark");
      assertThat(folder.resolve("out/matrix.html")).content().contains("is no Waymark");
    }
  }

  @Test
  void a_server_that_says_nothing_is_left() throws IOException {
    try (Stranger stranger = Stranger.thatHangs()) {
      Ran ran = judged(stranger, "300ms");
      assertThat(ran.exitCode()).isEqualTo(1);
      assertThat(ran.out()).contains("does not speak HTTP").contains("none within 0.3 s");
    }
  }

  @Test
  void a_server_that_never_ends_its_answer_is_left() throws IOException {
    try (Stranger stranger = Stranger.thatDrips()) {
      Ran ran = judged(stranger, "300ms");
      assertThat(ran.exitCode()).isEqualTo(1);
      assertThat(ran.out()).contains("none within 0.3 s");
    }
  }

  @Test
  void what_is_not_http_is_called_so() throws IOException {
    try (Stranger stranger = Stranger.withGarbage()) {
      Ran ran = judged(stranger);
      assertThat(ran.exitCode()).isEqualTo(1);
      assertThat(ran.out()).contains("does not speak HTTP");
    }
  }

  @Test
  void one_that_has_a_waymarks_headers_only_is_judged_to_the_end() throws IOException {
    try (Stranger stranger = Stranger.thatPretends()) {
      Ran ran = judged(stranger);
      assertThat(ran.exitCode()).isEqualTo(1);
      assertThat(ran.out()).contains("gave 500").contains("FAIL");
      assertThat(folder.resolve("out/matrix.html")).isNotEmptyFile();
    }
  }

  private Ran judged(Stranger stranger) throws IOException {
    return judged(stranger, "20s");
  }

  private Ran judged(Stranger stranger, String patience) throws IOException {
    Path profile = folder.resolve("p.yaml");
    Files.writeString(profile, "server: %s%npatience: %s%n".formatted(stranger.url(), patience));
    return Ran.command(
        "server", "--profile", profile.toString(), "--out", folder.resolve("out").toString());
  }
}
