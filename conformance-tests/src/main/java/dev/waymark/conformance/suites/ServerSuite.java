package dev.waymark.conformance.suites;

import dev.waymark.conformance.laws.LawsSuite;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.provoke.RowsSuite;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.suite.Suite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every row and every law, for servers. */
public final class ServerSuite {
  private ServerSuite() {}

  /**
   * The laws run beside the many rows, before them: some wait for a minute to pass, and meanwhile
   * the rows are brought about.
   *
   * @param seed what is chosen at random is chosen by it
   */
  public static Suite of(Obligations obligations, long seed) {
    List<List<Case>> stages = new ArrayList<>(RowsSuite.stages(obligations));
    List<Case> many = stages.stream().max(Comparator.comparingInt(List::size)).orElseThrow();
    List<Case> beside = new ArrayList<>();
    LawsSuite.of(seed).stages().forEach(beside::addAll);
    beside.addAll(many);
    stages.set(stages.indexOf(many), beside);
    return new Suite(stages);
  }
}
