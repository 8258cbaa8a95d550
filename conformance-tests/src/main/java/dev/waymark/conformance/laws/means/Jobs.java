package dev.waymark.conformance.laws.means;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.suite.Broken;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Generations of an account. Those of a sandbox can be kept in flight, or made to fail. */
public record Jobs(Account account) {
  /** A status that stays. */
  public static final Set<String> FINAL = Set.of("completed", "failed", "cancelled", "expired");

  private static final String FORCE = "X-Test-Error";
  private static final String PATH = "/api/v1/generations/";
  private static final int LOOKS = 40;

  public Request plain(String prompt) {
    return Request.post("/api/v1/generate", account.startBody(prompt));
  }

  /** In flight for a minute, unless it is cancelled. For sandboxes. */
  public Request held(String prompt) {
    return plain(prompt).with(FORCE, "GENERATION_FAILED; delay_ms=60000");
  }

  /** Fails as soon as it is taken up. For sandboxes. */
  public Request failing(String prompt) {
    return plain(prompt).with(FORCE, "GENERATION_FAILED");
  }

  /**
   * Starts one that is not to be refused; its id.
   *
   * @throws Broken if it is
   */
  public String started(Request start) {
    return Read.text(Read.expect(202, account.send(start)), "/generation_id");
  }

  public Exchange get(String id) {
    return account.get(PATH + id);
  }

  public Exchange cancel(String id) {
    return account.send(Request.of("POST", PATH + id + "/cancel"));
  }

  /** What must not change any more once a generation has ended. */
  public static String outcome(Exchange seen) {
    JsonNode told = Read.json(seen);
    return Stream.of(
            "/generation_id",
            "/status",
            "/credits_used",
            "/output_url",
            "/finished_at",
            "/error/error",
            "/error/charge")
        .filter(pointer -> !told.at(pointer).isMissingNode())
        .map(pointer -> pointer.substring(1) + " " + told.at(pointer))
        .collect(Collectors.joining(", "));
  }

  /** What a start of this model costs, as a quote tells it. */
  public long price() {
    Exchange quote = account.post("/api/v1/quotes", account.startBody("a price"));
    return Read.json(Read.expect(200, quote)).path("credits").asLong(-1);
  }

  /**
   * The generation in its final status.
   *
   * @throws Broken if it has none after a long time
   */
  public Exchange ended(String id) {
    for (int look = 0; look < LOOKS; look++) {
      Exchange seen =
          Read.expect(200, account.send(Request.get(PATH + id).with("Prefer", "wait=5")));
      if (FINAL.contains(Read.text(seen, "/status"))) {
        return seen;
      }
      account.bench().target().passage().pass(Duration.ofMillis(250));
    }
    throw new Broken("a generation does not end");
  }
}
