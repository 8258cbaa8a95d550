package dev.waymark.conformance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.obligations.Row;
import dev.waymark.conformance.oracles.Clause;
import dev.waymark.conformance.oracles.ContractCheck;
import dev.waymark.conformance.oracles.Level;
import dev.waymark.conformance.oracles.Violation;
import dev.waymark.conformance.targets.Target;
import dev.waymark.conformance.verdicts.Evidence;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.NoAnswer;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What cases work with: the way to the server, and the books. Every answer is judged clause by
 * clause in the row that it belongs to. Safe for use by many threads.
 */
public final class Bench {
  private final Obligations obligations;
  private final Target target;
  private final ContractCheck check;
  private final Line line;
  private final Findings findings;
  private final Consumer<Exchange> recorder;
  private final Shelf shared = new Shelf();

  public Bench(Obligations obligations, Target target, Findings findings) {
    this(obligations, target, findings, _ -> {});
  }

  /** {@code recorder} is shown everything that is judged, and called by many threads. */
  public Bench(
      Obligations obligations, Target target, Findings findings, Consumer<Exchange> recorder) {
    this.obligations = obligations;
    this.target = target;
    this.check = new ContractCheck(obligations.contract());
    Wire wire = Wire.to(target.profile().server(), target.passage(), check::require);
    this.line = new Line(wire.within(target.profile().limits().patience()));
    this.findings = findings;
    this.recorder = recorder;
  }

  public Contract contract() {
    return obligations.contract();
  }

  public Obligations obligations() {
    return obligations;
  }

  public Target target() {
    return target;
  }

  public Findings findings() {
    return findings;
  }

  /**
   * The answer, judged. Without a key where the request brings none.
   *
   * @throws NoAnswer if there is none
   * @throws Unable if too many calls in a row got none, so that a run with a dead server ends
   */
  public Exchange send(Request request) {
    Exchange exchange = deliver(request);
    judge(exchange);
    return exchange;
  }

  /** The way to the server; nothing that goes over it is judged. */
  public Wire wire() {
    return line.wire();
  }

  /** Like {@link #send}, but not judged yet. Each answer is to be judged once. */
  public Exchange deliver(Request request) {
    return line.send(request);
  }

  /** Judges an answer that came by another way. */
  public void judge(Exchange exchange) {
    judge(exchange, check.operation(exchange.request()));
  }

  /** As above, for a request that was meant for an operation and may not have reached it. */
  public void judge(Exchange exchange, Operation meant) {
    judge(exchange, check.operation(exchange.request()).or(() -> Optional.of(meant)));
  }

  private void judge(Exchange exchange, Optional<Operation> operation) {
    recorder.accept(exchange);
    List<Violation> violations = check.violations(exchange);
    Showing shown = new Showing(exchange);
    Optional<Row> row =
        operation.flatMap(reached -> obligations.row(reached, exchange.status(), exchange.code()));
    if (row.isEmpty()) {
      violations.forEach(violation -> undocumented(violation, shown));
      return;
    }
    Set<Clause> clauses = Judged.clauses(row.get(), exchange);
    List<Violation> told = violations.stream().map(one -> Judged.within(clauses, one)).toList();
    for (Clause clause : clauses) {
      found(row.get(), clause, told, shown);
    }
  }

  /** Whether an answer to a good key does not tell where the key stands with its limit. */
  public boolean withholdsLimits(Exchange exchange) {
    return check.withholdsLimits(exchange);
  }

  /** What is wrong with the error of a generation. */
  public List<Violation> violationsOfGenerationError(JsonNode error) {
    return check.violationsOfGenerationError(error);
  }

  /**
   * The request, which the kit takes for a good one.
   *
   * @throws IllegalStateException if the contract says otherwise: the kit is wrong
   */
  public Request good(Request request) {
    List<String> objections = check.objections(request);
    if (!objections.isEmpty()) {
      throw new IllegalStateException(request + " is no good request: " + objections);
    }
    return request;
  }

  /**
   * What cases of a run share: made for the first that asks, and the same for all others. What
   * could not be made fails for all of them alike.
   */
  public <T> T shared(String name, Supplier<T> maker) {
    return shared.of(name, maker);
  }

  /** What was meant to give a row gave this; how it was brought about, in a few words. */
  public void provoked(Row row, Exchange exchange, String how) {
    boolean isThere =
        exchange.status() == row.status() && (!row.isError() || exchange.code().equals(row.code()));
    String text =
        isThere ? how : "%s gave %d %s".formatted(how, exchange.status(), exchange.code());
    add(row.id(Clause.STATUS), isThere ? Verdict.PASS : Verdict.FAIL, text, exchange);
  }

  /** Says of a rule whether this shows it kept or broken. */
  public void law(String id, boolean isKept, String text, Exchange... evidence) {
    add(id, isKept ? Verdict.PASS : Verdict.FAIL, text, evidence);
  }

  /** Any other thing that was found. */
  public void add(String obligation, Verdict verdict, String text, Exchange... evidence) {
    add(obligation, verdict, text, new Showing(evidence));
  }

  /** Most findings say once more what is known; nobody looks at their evidence. */
  private void add(String obligation, Verdict verdict, String text, Showing evidence) {
    List<Evidence> shown = findings.isNews(obligation, verdict) ? evidence.evidence() : List.of();
    findings.add(new Finding(obligation, verdict, text, shown));
  }

  private void found(Row row, Clause clause, List<Violation> violations, Showing evidence) {
    List<Violation> broken =
        violations.stream().filter(violation -> violation.clause() == clause).toList();
    if (broken.isEmpty()) {
      add(row.id(clause), Verdict.PASS, "as promised", evidence);
      return;
    }
    boolean fails = broken.stream().anyMatch(one -> one.level() == Level.MUST);
    String text = String.join("; ", broken.stream().map(Violation::how).toList());
    add(row.id(clause), fails ? Verdict.FAIL : Verdict.WARN, text, evidence);
  }

  /** An answer of no row breaks what every answer owes. */
  private void undocumented(Violation violation, Showing evidence) {
    Verdict verdict = violation.level() == Level.MUST ? Verdict.FAIL : Verdict.WARN;
    add("ERR-02", verdict, violation.how(), evidence);
  }
}
