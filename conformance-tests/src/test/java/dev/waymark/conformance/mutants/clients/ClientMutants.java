package dev.waymark.conformance.mutants.clients;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.judging.ClientSuite;
import dev.waymark.conformance.judging.Pace;
import dev.waymark.conformance.judging.VirtualStage;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** What the kit says of clients that differ from ours in one thing: a row for each. */
public final class ClientMutants {
  private final ClientSuite suite = ClientSuite.of(Contract.read(), Pace.EXACT);

  /** In which way a client differs. */
  public enum Manner {
    /** It breaks what is owed, and is to be failed. */
    BROKEN,
    /** It does not what one should, and is to be warned. */
    POOR,
    /** It is right, and is not to be failed. */
    CONFORMING
  }

  /**
   * What came of one client.
   *
   * @param failed the obligations that failed it, in their order
   * @param warned those that warned it
   * @param harness where the kit itself went wrong
   */
  public record Row(
      Manner manner,
      String client,
      List<String> failed,
      List<String> warned,
      List<String> harness,
      long millis) {
    /** Whether the kit said what it ought to say. */
    public boolean isRight() {
      return harness.isEmpty()
          && switch (manner) {
            case BROKEN -> !failed.isEmpty();
            case POOR -> failed.isEmpty() && !warned.isEmpty();
            case CONFORMING -> failed.isEmpty();
          };
    }

    /** A line of a table. */
    @Override
    public String toString() {
      return "%-10s %-58s %-5s %5d ms  %s"
          .formatted(
              manner,
              client,
              isRight() ? "right" : "WRONG",
              millis,
              String.join(" ", failed.isEmpty() ? warned : failed));
    }
  }

  /** All of them, one after the other; some seconds. */
  public List<Row> rows() {
    return Stream.of(
            ResendMutants.all().stream().map(one -> row(Manner.BROKEN, one)),
            SentMutants.all().stream().map(one -> row(Manner.BROKEN, one)),
            ToldMutants.all().stream().map(one -> row(Manner.BROKEN, one)),
            ResendMutants.poor().stream().map(one -> row(Manner.POOR, one)),
            OtherClients.all().stream().map(one -> row(Manner.CONFORMING, one)))
        .flatMap(rows -> rows)
        .toList();
  }

  private Row row(Manner manner, Mutant mutant) {
    long begun = System.nanoTime();
    Findings findings = new Findings();
    suite.run(new VirtualStage(mutant.variation()), findings, _ -> {});
    return new Row(
        manner,
        mutant.name(),
        ids(findings, Verdict.FAIL),
        ids(findings, Verdict.WARN),
        ids(findings, Verdict.HARNESS_ERROR),
        (System.nanoTime() - begun) / 1_000_000);
  }

  private static List<String> ids(Findings findings, Verdict verdict) {
    return findings.all().stream()
        .filter(finding -> finding.verdict() == verdict)
        .map(Finding::obligation)
        .toList();
  }

  /** Prints the table. */
  @SuppressWarnings("SystemOut") // It is a program.
  public static void main(String[] arguments) {
    new ClientMutants().rows().forEach(System.out::println);
  }
}
