package dev.waymark.conformance.provoke;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.obligations.Row;
import dev.waymark.conformance.oracles.Clause;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.verdicts.Verdict;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings one row about: as most callers ask for it, in every rendering, and with HEAD where GET is.
 *
 * @param isAsked whether it is asked for in every rendering, and not only as most callers do
 */
record RowCase(Row row, Recipe recipe, Set<String> restsOn, boolean isAsked) implements Case {
  /** Whatever a body says, HEAD has none, and what is not HTTP has no method. */
  private static final Set<Means> WITHOUT_HEAD = Set.of(Means.RAW, Means.HOOK);

  /** It is the method that is wrong, or a range, which only GET has (RFC 9110, 14.2). */
  private static final Set<String> OF_GET_ALONE =
      Set.of("METHOD_NOT_ALLOWED", "RANGE_NOT_SATISFIABLE");

  /** Nobody's limit can be told of, or an address's. */
  private static final Set<String> WITHOUT_GOOD_KEY =
      Set.of("UNAUTHORIZED", "KEY_INVALID", "KEY_REVOKED", "KEY_EXPIRED");

  private static final Set<String> OF_AN_ADDRESS =
      Set.of("UNAUTHORIZED", "KEY_INVALID", "KEY_REVOKED", "KEY_EXPIRED", "TIER_LOCKED");

  private static final int PARTIAL = 206;

  @Override
  public String name() {
    return row + ": " + recipe.how();
  }

  @Override
  public Set<String> decides() {
    Set<String> decides =
        Obligations.clausesOf(row).stream().map(row::id).collect(Collectors.toSet());
    decides.add("ERR-02");
    if (isAsked) {
      decides.addAll(row.isError() ? Set.of("REND-01", "REND-07") : Set.of());
      decides.addAll(isAlikeWithHead() ? Set.of("HTTP-07") : Set.of());
    }
    return decides;
  }

  @Override
  public void run(Bench bench) {
    Serving serving = prepared(bench);
    Exchange plain = serving.served(Dress.NONE);
    if (tell(bench, plain)) {
      otherDresses(bench).forEach(dress -> compare(bench, plain, dress, serving.served(dress)));
    }
  }

  Serving prepared(Bench bench) {
    return recipe.cooking().prepared(new Kitchen(bench, row));
  }

  /** In which ways it is asked for once more. */
  List<Dress> otherDresses(Bench bench) {
    if (!isAsked) {
      return List.of();
    }
    List<Dress> dresses = new ArrayList<>();
    if (row.isError()) {
      Arrays.stream(Shape.values())
          .filter(shape -> shape != Shape.NATIVE)
          .map(Dress::accepting)
          .forEach(dresses::add);
    }
    if (isAlikeWithHead()) {
      dresses.add(Dress.HEAD);
    }
    boolean isFrugal = isOfAnAddress() && !Strangers.of(bench).areMany();
    return isFrugal ? dresses.subList(0, Math.min(1, dresses.size())) : dresses;
  }

  /** Where all calls come from one address, it may not make many that count against it. */
  private boolean isOfAnAddress() {
    return row.operation().isCounted()
        && (!row.operation().isSecured() || OF_AN_ADDRESS.contains(row.code()));
  }

  private boolean isAlikeWithHead() {
    return row.operation().method().equals("GET")
        && !WITHOUT_HEAD.contains(recipe.means())
        && !OF_GET_ALONE.contains(row.code())
        && row.status() != PARTIAL;
  }

  /** Judges the answer; whether it is the one that was to be brought about. */
  boolean tell(Bench bench, Exchange exchange) {
    bench.provoked(row, exchange, recipe.how());
    bench.judge(exchange, row.operation());
    if (!isThere(exchange)) {
      return false;
    }
    bench.law("ERR-02", true, "the code is one that the operation lists", exchange);
    if (row.operation().isSecured()
        && recipe.means() != Means.RAW
        && !WITHOUT_GOOD_KEY.contains(row.code())) {
      boolean isTold = !bench.withholdsLimits(exchange);
      bench.law(
          "RATE-10",
          isTold,
          row + (isTold ? " tells" : " does not tell") + " of the limit",
          exchange);
    }
    return true;
  }

  private boolean isThere(Exchange exchange) {
    return exchange.status() == row.status()
        && (!row.isError() || exchange.code().equals(row.code()));
  }

  /** Judges the answer in another dress, and holds it against the one that was there first. */
  void compare(Bench bench, Exchange plain, Dress dress, Exchange other) {
    bench.judge(other, row.operation());
    Likeness likeness = bench.shared("likeness", () -> Likeness.of(bench.contract()));
    List<String> differences =
        dress.isHead()
            ? likeness.differencesOfHead(plain, other, isTimed())
            : likeness.differences(plain, other, dress.accept().orElseThrow(), isTimed());
    String text = differences.isEmpty() ? "the same with " + dress : String.join("; ", differences);
    if (dress.isHead()) {
      bench.law("HTTP-07", differences.isEmpty(), row + ": " + text, plain, other);
    }
    if (row.isError()) {
      conclude(bench, differences.isEmpty(), text, plain, other);
    }
  }

  private void conclude(Bench bench, boolean isSame, String text, Exchange plain, Exchange other) {
    if (!isSame) {
      bench.add(row.id(Clause.RENDERING), Verdict.FAIL, text, plain, other);
    }
    bench.law("REND-01", isSame, row + ": " + text, plain, other);
    bench.law("REND-07", isSame, row + ": " + text, plain, other);
  }

  private boolean isTimed() {
    if (!row.isError()) {
      return false;
    }
    CatalogueRow error = row.operation().contract().row(row.code());
    return error.strategy().equals("after_delay");
  }
}
