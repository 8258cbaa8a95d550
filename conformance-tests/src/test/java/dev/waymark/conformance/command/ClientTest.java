package dev.waymark.conformance.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a driver does, {@code client} says what it was, and shows no secret of it. */
final class ClientTest {
  private static final String READY = "console.log('{\"ready\":\"mine\",\"at_once\":16}');";
  private static final String KEY = "Conf0rmanceKit";
  private static final String PROMPT = "a mountain lake";

  @TempDir private Path folder;

  @Test
  void a_driver_that_can_make_no_call_shows_nothing() throws IOException {
    Ran ran = judged(answering("{outcome: 'unsupported'}"), "--only", "READ", "client/RATE_LIMIT");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out())
        .startsWith("Nothing was seen, so nothing is shown to be kept: none of 14 obligations")
        .contains(
            "UNREACHED 14",
            "the client has no way to call startGeneration (client/RATE_LIMIT/429/code, …)")
        .doesNotContain("PASS");
    assertThat(ran.err()).doesNotContain("PASS");
  }

  @Test
  void the_same_in_many_places_is_said_once_and_the_other_cases_are_named() throws IOException {
    Ran broken = judged(answering("{outcome: 'success'}"), "--only", "client/");
    assertThat(broken.out())
        .contains("FAIL  client/MALFORMED_REQUEST/400/code  and the same in 1", "never sent");
    assertThat(broken.out().lines().filter(line -> line.startsWith("FAIL  "))).hasSize(1);

    Ran lying = judged(answering("{outcome: 'success'}"), "--only", "READ-01");
    assertThat(lying.out()).contains("; and also: ", " more");
    assertThat(lying.err()).contains("FAIL 1").doesNotContain("FAIL 2");
  }

  @Test
  void what_a_driver_tells_of_keys_and_prompts_is_in_no_report() throws IOException {
    Ran ran =
        judged(
            answering("{outcome: 'error', code: order.key, kind: 'K' + line}"), "--only", "READ");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out()).contains("READ-06", "its code shows the key, its kind shows the key and");
    assertThat(all(ran)).contains("(key)", "(prompt)").doesNotContain(KEY, PROMPT);
  }

  @Test
  void what_it_writes_in_their_place_is_in_no_report_either() throws IOException {
    Ran ran =
        judged(
            READY
                + "process.stdin.on('data', d => {"
                + " console.error('failed at ' + d); console.log('got ' + d); });");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(all(ran)).contains("no line of JSON").doesNotContain(KEY, PROMPT);
  }

  @Test
  void what_a_profile_knows_to_be_broken_fails_no_run_until_it_is_mended() throws IOException {
    Path profile =
        Files.writeString(
            folder.resolve("client.yaml"),
            """
            name: Always glad
            claims: [client-core]
            known-failures: { READ-01: ticket 18, READ-06: ticket 19 }
            """);
    String driver =
        answering(
            "{outcome: 'success'}", "await fetch(order.url, {method: 'POST'}).catch(() => 0);");

    Ran ran = judged(driver, "--profile", profile.toString(), "--only", "READ-0", "SEND-01");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out())
        .contains("KNOWN-FAIL 1", "STALE 1", "NOT-CLAIMED 1")
        .contains("STALE  READ-06", "ticket 19: ");
    assertThat(all(ran)).contains("Always glad", "client --profile " + profile + " --exec");

    Files.writeString(profile, "known-failures: { READ-10: ticket 20 }");
    Ran wrong = judged(driver, "--profile", profile.toString());
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("Of the known failures, READ-10 is no obligation of clients; did you mean:")
        .contains("  READ-01");
  }

  private Ran judged(String program, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("driver.cjs"), program);
    String[] words = new String[5 + more.length];
    System.arraycopy(
        new String[] {"client", "--exec", "node " + file, "--out", folder.toString()},
        0,
        words,
        0,
        5);
    System.arraycopy(more, 0, words, 5, more.length);
    return Ran.command(words);
  }

  private static String answering(String answer) {
    return answering(answer, "");
  }

  private static String answering(String answer, String before) {
    return READY
        + "require('readline').createInterface({input: process.stdin}).on('line', async line => {"
        + " const order = JSON.parse(line);"
        + before
        + " console.log(JSON.stringify({case: order.case, ..."
        + answer
        + "})); });";
  }

  private String all(Ran ran) throws IOException {
    return ran.out()
        + ran.err()
        + Files.readString(folder.resolve("report.json"))
        + Files.readString(folder.resolve("junit.xml"))
        + Files.readString(folder.resolve("matrix.html"));
  }
}
