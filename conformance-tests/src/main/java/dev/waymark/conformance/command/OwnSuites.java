package dev.waymark.conformance.command;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.obligations.Row;
import dev.waymark.conformance.oracles.Clause;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.suite.Progress;
import dev.waymark.conformance.suite.Suite;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.wire.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The suites of this kit. */
final class OwnSuites implements Suites {

  @Override
  public Suite server(Obligations obligations, long seed) {
    List<Case> cases = new ArrayList<>();
    for (Row row : obligations.rows()) {
      Operation operation = row.operation();
      if (row.code().equals("UNAUTHORIZED")) {
        cases.add(new Keyless(row, Request.of(operation.method(), operation.examplePath())));
      } else if (row.status() == 200 && !operation.isSecured() && !operation.takes("output")) {
        cases.add(new Keyless(row, Request.of(operation.method(), operation.examplePath())));
      } else if (row.code().equals("METHOD_NOT_ALLOWED")) {
        cases.add(new Keyless(row, Request.of("PUT", operation.examplePath())));
      }
    }
    return new Suite(List.of(cases));
  }

  @Override
  public void client(
      ClientDriver driver, Obligations obligations, Findings findings, Progress progress) {
    throw new Usage("This kit has no cases for clients.");
  }

  @Override
  public String driverProtocol() {
    return "";
  }

  @Override
  public URI faults(int port) {
    throw new Usage("This kit has no fault server.");
  }

  private record Keyless(Row row, Request request) implements Case {
    @Override
    public String name() {
      return request + " without a key";
    }

    @Override
    public Set<String> decides() {
      return Obligations.clausesOf(row).stream()
          .map((Clause clause) -> row.id(clause))
          .collect(Collectors.toSet());
    }

    @Override
    public void run(Bench bench) {
      bench.provoked(row, bench.send(request), name());
    }
  }
}
