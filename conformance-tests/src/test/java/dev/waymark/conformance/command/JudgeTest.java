package dev.waymark.conformance.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.har.HarReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded traffic is judged like what the kit sends itself. */
final class JudgeTest {
  @TempDir private Path folder;

  @Test
  void what_the_kit_has_recorded_it_judges_alike() throws IOException {
    Path har = folder.resolve("traffic.har");
    record(har);
    Ran ran = Ran.command("judge", "--har", har.toString(), "--out", out());
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).startsWith("1 exchange to judge");
    assertThat(ran.out()).contains("FAIL", "not in the traffic");
    assertThat(folder.resolve("out/matrix.html")).isNotEmptyFile();
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    Ran ran = Ran.command("judge", "--har", "none.har", "--out", out());
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).startsWith("There is no file none.har");
  }

  @Test
  void a_file_that_is_no_har_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("x.har"), "<html>");
    Ran ran = Ran.command("judge", "--har", file.toString(), "--out", out());
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("cannot be judged: it is no JSON (line 1); record one as HAR");
  }

  @Test
  void a_har_with_nothing_in_it_says_so() throws IOException {
    Path file = Files.writeString(folder.resolve("x.har"), "{\"log\": {\"entries\": []}}");
    Ran ran = Ran.command("judge", "--har", file.toString(), "--out", out());
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("There is nothing to judge");
  }

  @Test
  void a_report_says_how_to_judge_the_same_again() throws IOException {
    Path har = folder.resolve("traffic.har");
    record(har);
    String url = HarReader.of(Files.readString(har)).exchanges().getFirst().server().toString();
    Ran.command(
        "judge",
        "--har",
        har.toString(),
        "--url",
        url,
        "--claims",
        "core",
        "--out",
        out(),
        "--only",
        "listErrors",
        "ERR");
    assertThat(folder.resolve("out/report.json"))
        .content()
        .contains(
            "waymark-conformance judge --har %s --url %s --claims core --only listErrors ERR"
                .formatted(har, url));
  }

  @Test
  void what_proves_who_somebody_is_stands_in_no_report() throws IOException {
    Path har = folder.resolve("traffic.har");
    Files.writeString(
        har,
        """
        {"log": {"entries": [{"startedDateTime": "2026-11-22T10:00:00Z", "time": 1, "request":
          {"method": "GET", "url": "https://api.example/api/v1/account", "headers": [
            {"name": "Authorization", "value": "Basic bWU6b3Blbi1zZXNhbWU="},
            {"name": "Cookie", "value": "session=open-sesame"}]},
          "response": {"status": 500, "headers": [
            {"name": "Set-Cookie", "value": "session=open-sesame; Secure"}],
            "content": {"mimeType": "text/html", "text": "<h1>Oh</h1>"}}}]}}
        """);
    assertThat(Ran.command("judge", "--har", har.toString(), "--out", out()).exitCode()).isOne();
    for (String file : List.of("report.json", "junit.xml", "matrix.html")) {
      assertThat(folder.resolve("out").resolve(file))
          .content()
          .doesNotContain("open-sesame", "bWU6b3Blbi1zZXNhbWU=");
    }
    assertThat(folder.resolve("out/report.json")).content().contains("Basic (secret)");
  }

  @Test
  void a_prefix_of_nothing_is_told() throws IOException {
    Path har = folder.resolve("traffic.har");
    record(har);
    Ran ran = Ran.command("judge", "--har", har.toString(), "--out", out(), "--only", "SEND");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("No obligation of servers begins with SEND");
  }

  /** The one call that {@code listErrors/200} takes, to a server that breaks it. */
  private void record(Path har) throws IOException {
    try (Stranger stranger = Stranger.thatPretends()) {
      Ran live =
          Ran.command(
              "server",
              "--url",
              stranger.url(),
              "--out",
              out(),
              "--record",
              har.toString(),
              "--only",
              "listErrors/200");
      assertThat(live.exitCode()).isEqualTo(1);
    }
  }

  private String out() {
    return folder.resolve("out").toString();
  }
}
