package dev.waymark.conformance.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.drivers.Patience;
import dev.waymark.conformance.drivers.Program;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Clients in processes of their own, on real connections, while real time passes; both at once. A
 * sample of the cases, for all of them run on virtual time.
 */
final class LiveClientsTest {
  private static final Set<String> OF_BOTH =
      Set.of(
          "rate-limit",
          "internal-error",
          "key-revoked",
          "request-timeout",
          "idempotency-in-progress",
          "limit-then-accepted",
          "key-of-the-caller",
          "wait-of-an-hour",
          "wait-until-a-date",
          "unknown-strategy",
          "page-502",
          "interim-then-accepted",
          "led-elsewhere-301",
          "led-elsewhere-307",
          "reset-read",
          "stopped-between");

  /** Where it matters how bytes come, or when. */
  private static final Set<String> OF_OURS =
      Set.of(
          "output-not-found",
          "output-expired",
          "range-not-satisfiable",
          "two-calls",
          "wait-that-fits-once",
          "wait-with-a-fraction",
          "wait-in-milliseconds",
          "interim-then-refused",
          "half-a-body-503",
          "reset-unread",
          "closed-read",
          "success-cut",
          "nothing-comes",
          "success-drips",
          "stopped-within");

  private static CompletableFuture<Findings> ours = new CompletableFuture<>();
  private static CompletableFuture<Findings> fetch = new CompletableFuture<>();

  @BeforeAll
  static void judgeBoth() {
    ours =
        CompletableFuture.supplyAsync(() ->
            judged(Drivers.ofOurs(), name -> OF_BOTH.contains(name) || OF_OURS.contains(name)));
    fetch = CompletableFuture.supplyAsync(() -> judged(Drivers.ofPlainFetch(), OF_BOTH::contains));
  }

  @AfterAll
  static void bothHaveEnded() {
    ours.join();
    fetch.join();
  }

  @Test
  @Rule({"READ-01", "READ-02", "READ-05", "SEND-01", "SEND-02", "SEND-05", "SEND-08", "SEND-09"})
  void our_client_keeps_what_it_owes() {
    List<Finding> found = ours.join().all();

    assertThat(found).hasSizeGreaterThan(40);
    assertThat(found).allMatch(finding -> finding.verdict() == Verdict.PASS);
  }

  @Test
  void a_loop_around_fetch_as_documents_show_it_reads_what_it_knows() {
    assertThat(of(fetch.join(), Verdict.PASS))
        .contains(
            "client/RATE_LIMIT/429/code",
            "client/RATE_LIMIT/429/request-id",
            "client/RATE_LIMIT/429/next",
            "client/RATE_LIMIT/429/resend",
            "client/KEY_REVOKED/401/code",
            "client/KEY_REVOKED/401/resend",
            "READ-07",
            "READ-08",
            "SEND-04");
  }

  @Test
  void it_is_failed_where_those_documents_are_not_enough() {
    Findings findings = fetch.join();

    assertThat(of(findings, Verdict.FAIL))
        .containsExactlyInAnyOrder(
            "READ-04",
            "SEND-01",
            "SEND-02",
            "SEND-03",
            "SEND-05",
            "SEND-07",
            "SEND-08",
            "SEND-09",
            "client/IDEMPOTENCY_IN_PROGRESS/409/resend",
            "client/IDEMPOTENCY_IN_PROGRESS/409/wait",
            "client/INTERNAL_ERROR/500/resend",
            "client/INTERNAL_ERROR/500/wait",
            "client/RATE_LIMIT/429/wait",
            "client/REQUEST_TIMEOUT/408/resend",
            "client/REQUEST_TIMEOUT/408/wait");
    assertThat(text(findings, "READ-04")).contains("no status", "SyntaxError", "502");
    assertThat(text(findings, "SEND-02")).contains("Retry-After", "it came back in", "were named");
    assertThat(text(findings, "SEND-05")).contains("its deadline was 2.500 s");
    assertThat(text(findings, "SEND-08"))
        .contains("sent again after 500 INTERNAL_ERROR", "no Idempotency-Key guards it");
    assertThat(text(findings, "SEND-09")).contains("sent again after it was told to stop");
    assertThat(text(findings, "client/REQUEST_TIMEOUT/408/resend"))
        .contains("never sent again after 408 REQUEST_TIMEOUT", "REQUEST_TIMEOUT is backoff");
  }

  @Test
  void nothing_that_is_found_shows_a_key_or_a_prompt() {
    String prompt =
        Contract.read()
            .operation("startGeneration")
            .exampleBody()
            .orElseThrow()
            .path("prompt")
            .asText();

    assertThat(prompt).hasSizeGreaterThan(20);
    assertThat(fetch.join().all() + " " + ours.join().all())
        .as("the answer shows what member was hidden, and nothing of it")
        .doesNotContain(Ask.KEY.value(), Ask.KEY.value().substring(8, 16))
        .doesNotContain(prompt.substring(0, 10), prompt.substring(prompt.length() - 10));
  }

  private static Findings judged(List<String> command, Predicate<String> name) {
    Findings findings = new Findings();
    try (Program program = Program.start(command, Patience.USUAL)) {
      ClientSuite.of(Contract.read(), Pace.REAL)
          .only(one -> name.test(one.name()))
          .run(new LiveStage(program), findings, _ -> {});
    }
    return findings;
  }

  private static List<String> of(Findings findings, Verdict verdict) {
    return findings.all().stream()
        .filter(finding -> finding.verdict() == verdict)
        .map(Finding::obligation)
        .toList();
  }

  private static String text(Findings findings, String obligation) {
    return findings.of(obligation).orElseThrow().weightiest().text();
  }
}
