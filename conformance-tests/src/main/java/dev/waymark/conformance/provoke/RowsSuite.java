package dev.waymark.conformance.provoke;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.obligations.Row;
import dev.waymark.conformance.oracles.Clause;
import dev.waymark.conformance.suite.Case;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cases that bring every row of a contract about. First those without which nothing goes on: an
 * answer, an account, a key, a generation; what rests on them is not held against a server twice.
 */
public final class RowsSuite {
  private static final String ANSWERS = "listErrors/200/ok";
  private static final String ACCOUNT = "createAccount/201/ok";
  private static final String KEY = "createKey/201/ok";
  private static final String START = "startGeneration/202/ok";
  private static final String END = "getGeneration/200/ok";
  private static final List<String> FIRST = List.of(ANSWERS, ACCOUNT, KEY, START, END);
  private static final Set<String> ABOUT_GENERATIONS =
      Set.of("getGeneration", "cancelGeneration", "getOutput");
  private static final String LATE = "REQUEST_TIMEOUT";

  private RowsSuite() {}

  /** All cases of a stage can run at once; each stage counts on those before it. */
  public static List<List<Case>> stages(Obligations obligations) {
    List<RowCase> all = obligations.rows().stream().flatMap(RowsSuite::asked).toList();
    List<List<Case>> stages = new ArrayList<>();
    for (String id : FIRST) {
      all.stream()
          .filter(one -> one.row().id().equals(id))
          .forEach(one -> stages.add(List.of(one)));
    }
    List<Case> many = new ArrayList<>();
    many.add(new LateCase(all.stream().filter(one -> one.row().code().equals(LATE)).toList()));
    endings(obligations).forEach(many::add);
    all.stream().filter(RowsSuite::isOneOfMany).forEach(many::add);
    stages.add(many);
    Stream.concat(
            obligations.rows().stream().flatMap(RowsSuite::natural),
            all.stream().filter(RowsSuite::isAlone))
        .sorted(Comparator.comparing(RowsSuite::isTheEnd))
        .forEach(one -> stages.add(List.of(one)));
    return stages;
  }

  private static Stream<RowCase> asked(Row row) {
    return Recipes.of(row).stream().map(recipe -> new RowCase(row, recipe, grounds(row), true));
  }

  private static Stream<RowCase> natural(Row row) {
    return Recipes.natural(row).stream()
        .map(recipe -> new RowCase(row, recipe, grounds(row), false));
  }

  private static Stream<EndCase> endings(Obligations obligations) {
    return obligations.contract().operations().stream()
        .flatMap(operation -> operation.node().path("x-job-errors").valueStream())
        .map(code -> new EndCase(code.asText(), Set.of(status(START), status(END))));
  }

  private static boolean isOneOfMany(RowCase one) {
    return !FIRST.contains(one.row().id()) && !one.row().code().equals(LATE) && !isAlone(one);
  }

  /** What would be felt by others that run at the same time. */
  private static boolean isAlone(RowCase one) {
    boolean crowds = one.recipe().means() == Means.LOAD && !one.row().operation().isSecured();
    return crowds || one.recipe().means() == Means.HOOK;
  }

  /** Much has gone when a day has passed. */
  private static boolean isTheEnd(RowCase one) {
    return one.row().code().equals("OUTPUT_EXPIRED");
  }

  /** What has to be kept, or else the row shows nothing. */
  private static Set<String> grounds(Row row) {
    Operation operation = row.operation();
    Set<String> grounds = new HashSet<>();
    grounds.add(status(ANSWERS));
    if (operation.isSecured()) {
      grounds.addAll(Set.of(status(ACCOUNT), status(KEY)));
    }
    if (ABOUT_GENERATIONS.contains(operation.id())) {
      grounds.addAll(Set.of(status(START), status(END)));
    }
    int own = FIRST.indexOf(row.id());
    if (own >= 0) {
      FIRST.subList(own, FIRST.size()).forEach(later -> grounds.remove(status(later)));
    }
    return grounds;
  }

  private static String status(String row) {
    return row + "/" + Clause.STATUS.slug();
  }
}
