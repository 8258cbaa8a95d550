package dev.waymark.conformance.suite;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.obligations.Row;
import dev.waymark.conformance.oracles.Clause;
import dev.waymark.conformance.oracles.ContractCheck;
import dev.waymark.conformance.oracles.Level;
import dev.waymark.conformance.oracles.Violation;
import dev.waymark.conformance.target.Target;
import dev.waymark.conformance.verdicts.Evidence;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.NoAnswer;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Wire;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * What cases work with: the way to the server, and the books. Every answer is judged clause by
 * clause in the row that it belongs to. Safe for use by many threads.
 */
public final class Bench {
  private static final int MOST_UNANSWERED = 16;

  private final Obligations obligations;
  private final Target target;
  private final ContractCheck check;
  private final Wire wire;
  private final Findings findings;
  private final Consumer<Exchange> recorder;
  private final AtomicInteger unanswered = new AtomicInteger();

  public Bench(Obligations obligations, Target target, Findings findings) {
    this(obligations, target, findings, _ -> {});
  }

  /** {@code recorder} is shown everything that is judged, and called by many threads. */
  public Bench(
      Obligations obligations, Target target, Findings findings, Consumer<Exchange> recorder) {
    this.obligations = obligations;
    this.target = target;
    this.check = new ContractCheck(obligations.contract());
    this.wire =
        Wire.to(target.profile().server(), target.passage(), check::require)
            .within(target.profile().patience());
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
    if (unanswered.get() >= MOST_UNANSWERED) {
      throw new Unable(
          MOST_UNANSWERED + " calls in a row got no answer, so the server was called no more");
    }
    try {
      Exchange exchange = wire.sendUnchecked(request);
      unanswered.set(0);
      judge(exchange);
      return exchange;
    } catch (NoAnswer e) {
      unanswered.incrementAndGet();
      throw e;
    }
  }

  /** Judges an answer that came by another way. */
  public void judge(Exchange exchange) {
    recorder.accept(exchange);
    Optional<Operation> operation = check.operation(exchange.request());
    List<Violation> violations = check.violations(exchange);
    Optional<Row> row =
        operation.flatMap(reached -> obligations.row(reached, exchange.status(), exchange.code()));
    if (row.isEmpty()) {
      violations.forEach(violation -> undocumented(violation, exchange));
      return;
    }
    for (Clause clause : Judged.clauses(row.get(), exchange)) {
      found(row.get(), clause, violations, exchange);
    }
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
    List<Evidence> shown = Arrays.stream(evidence).map(Shown::of).toList();
    findings.add(new Finding(obligation, verdict, text, shown));
  }

  private void found(Row row, Clause clause, List<Violation> violations, Exchange exchange) {
    List<Violation> broken =
        violations.stream().filter(violation -> violation.clause() == clause).toList();
    if (broken.isEmpty()) {
      add(row.id(clause), Verdict.PASS, "as promised", exchange);
      return;
    }
    boolean fails = broken.stream().anyMatch(one -> one.level() == Level.MUST);
    String text = String.join("; ", broken.stream().map(Violation::how).toList());
    add(row.id(clause), fails ? Verdict.FAIL : Verdict.WARN, text, exchange);
  }

  /** An answer of no row breaks what every answer owes. */
  private void undocumented(Violation violation, Exchange exchange) {
    Verdict verdict = violation.level() == Level.MUST ? Verdict.FAIL : Verdict.WARN;
    add("ERR-02", verdict, violation.how(), exchange);
  }
}
