package dev.waymark.conformance.judging;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.drivers.Patience;
import dev.waymark.conformance.drivers.Program;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import java.util.List;

/** Prints what becomes of a driver: a program for whoever works on one. */
final class Live {
  private Live() {}

  @SuppressWarnings("SystemOut") // It is a program.
  public static void main(String[] arguments) {
    List<String> command =
        switch (arguments[0]) {
          case "ours" -> Drivers.ofOurs();
          case "fetch" -> Drivers.ofPlainFetch();
          default -> List.of(arguments);
        };
    long begun = System.nanoTime();
    try (Program program = Program.start(command, Patience.USUAL)) {
      Findings findings = new Findings();
      LiveStage stage = new LiveStage(program);
      ClientSuite.of(Contract.read(), stage.pace()).run(stage, findings, _ -> {});
      for (Finding finding : findings.all()) {
        System.out.println(finding.verdict() + " " + finding.obligation() + " " + finding.text());
        if (arguments.length > 1) {
          System.out.println(finding.evidence());
        }
      }
    }
    System.out.println((System.nanoTime() - begun) / 1_000_000 + " ms");
  }
}
