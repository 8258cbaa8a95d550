package dev.waymark.conformance.provoke;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.oracles.Level;
import dev.waymark.conformance.oracles.Violation;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.List;
import java.util.Set;

/** A generation ends with an error that a test key has asked for. */
record EndCase(String code, Set<String> restsOn) implements Case {
  private static final String LAW = "GEN-13";
  private static final String SANDBOX = "SAND-06";

  @Override
  public String name() {
    return "a generation ends with " + code;
  }

  @Override
  public Set<String> decides() {
    return Set.of(LAW, SANDBOX);
  }

  @Override
  public void run(Bench bench) {
    Account sandbox = new Pantry(bench).sandbox(bench.contract().operation("startGeneration"));
    String id = sandbox.started(sandbox.start().with(Forced.HEADER, code));
    JsonNode ended = sandbox.ended(id);
    JsonNode error = ended.path("error");
    String said = error.path("error").asText("none");
    bench.law(SANDBOX, said.equals(code), "a test key asked for %s: %s".formatted(code, said));
    if (!said.equals(code)) {
      return;
    }
    List<Violation> violations = bench.violationsOfGenerationError(error);
    violations.forEach(violation ->
        bench.add(
            LAW,
            violation.level() == Level.MUST ? Verdict.FAIL : Verdict.WARN,
            code + ": " + violation.how()));
    if (violations.isEmpty()) {
      bench.law(LAW, true, "a generation that ended with " + code);
    }
  }
}
