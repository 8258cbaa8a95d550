package dev.waymark.conformance.laws.rate;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.laws.means.AtOnce;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Law;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.laws.means.Ruling;
import dev.waymark.conformance.laws.schedules.Property;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.targets.Passage;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How many calls are admitted, and what is told of it. */
public final class RateLaws {
  private static final String[] OF_THE_WINDOW = {"RATE-01", "RATE-02", "RATE-04", "RATE-06"};
  private static final Duration HALFWAY = Duration.ofSeconds(15);
  private static final Duration MOST_WAITING = Duration.ofSeconds(61);
  private static final int STEERED_TRIES = 5;
  private static final int LENGTH = 10;
  private static final int SHRINKS = 10;

  private RateLaws() {}

  /**
   * Those that wait, on real time for a minute, stand first. Random schedules come from the seed.
   */
  public static List<Case> all(long seed) {
    return List.of(
        Law.of(
            "the window fills, refuses and rolls",
            RateLaws::rolls,
            "RATE-01",
            "RATE-02",
            "RATE-04",
            "RATE-06",
            "RATE-08"),
        Law.of(
            "a lone caller does what it likes", ruling -> anySchedule(ruling, seed), OF_THE_WINDOW),
        Law.of("parallel calls", RateLaws::parallel, "RATE-09"),
        Law.inTime("two keys of an account", RateLaws::perKey, "RATE-03"),
        Law.inTime("calls that fail", RateLaws::failuresCount, "RATE-05"),
        Law.inTime("what is refused early", RateLaws::toldButNotCounted, "RATE-10"));
  }

  private static void rolls(Ruling ruling) {
    Caller caller = Caller.onSmallPlan(ruling.bench());
    caller.calls(caller.limit() / 2 - 1);
    caller.pass(HALFWAY);
    caller.knock();
    caller.calls(3);
    caller.waitItOut();
    // A window that starts anew would be empty now; this one still holds the second half.
    caller.pass(Duration.ofSeconds(2));
    caller.call();
    caller.knock();
    ruling.restIsKept("the window of %d calls fills, refuses and rolls".formatted(caller.limit()));
  }

  private static void anySchedule(Ruling ruling, long seed) {
    boolean isSteered = ruling.bench().target().passage().isSteered();
    new Property<>(
            seed,
            isSteered ? STEERED_TRIES : 1,
            LENGTH,
            isSteered ? SHRINKS : 0,
            RateStep::draw,
            RateStep::smaller,
            steps -> carryOut(steps, ruling.bench()))
        .require();
    ruling.restIsKept("the window holds in random schedules of seed " + seed);
  }

  private static void carryOut(List<RateStep> steps, Bench bench) {
    Caller caller = Caller.onSmallPlan(bench);
    Passage passage = bench.target().passage();
    Instant end = passage.instant().plus(MOST_WAITING);
    for (RateStep step : steps) {
      Instant after = passage.instant().plus(caller.waits(step));
      if (passage.isSteered() || after.isBefore(end)) {
        caller.does(step);
      }
    }
  }

  private static void parallel(Ruling ruling) {
    Account account = Accounts.small(ruling.bench());
    int limit = limit(account);
    List<List<Exchange>> all =
        AtOnce.times(
            8,
            () -> {
              List<Exchange> calls = new ArrayList<>();
              for (int call = 0; call <= limit / 8 + 1; call++) {
                calls.add(account.get(Caller.PATH));
              }
              return calls;
            });
    List<Exchange> calls = all.stream().flatMap(List::stream).toList();
    Exchange[] sample = calls.stream().limit(1).toArray(Exchange[]::new);
    Duration took =
        Duration.between(
            calls.stream().map(Exchange::from).min(Comparator.naturalOrder()).orElseThrow(),
            calls.stream().map(Exchange::until).max(Comparator.naturalOrder()).orElseThrow());
    long admitted = calls.stream().filter(call -> !Window.isRefusal(call)).count();
    if (took.compareTo(Window.LENGTH.minusSeconds(5)) < 0) {
      ruling.same("RATE-09", "the number of parallel calls admitted", limit - 1L, admitted, sample);
    }
  }

  private static void perKey(Ruling ruling) {
    Account account = Accounts.small(ruling.bench());
    Account other = account.withKey("{\"name\":\"conformance other\"}");
    int limit = limit(other);
    for (int call = 1; call < limit; call++) {
      other.get(Caller.PATH);
    }
    Exchange full = other.get(Caller.PATH);
    Exchange free = account.get(Caller.PATH);
    Breach.unless(Window.isRefusal(full), "RATE-03", "a call beyond the limit is admitted", full);
    Breach.unless(!Window.isRefusal(free), "RATE-03", "one key's calls fill another's", full, free);
    Breach.unlessSame(
        "RATE-03",
        "X-RateLimit-Remaining of the other key",
        limit - 2L,
        Read.number(free, "X-RateLimit-Remaining"),
        full,
        free);
    ruling.restIsKept("one key's window is full, and the other has its own");
  }

  private static void failuresCount(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    long left = Read.number(account.get("/api/v1/account"), "X-RateLimit-Remaining");
    for (Request request : Failing.behindTheLimit(account)) {
      Exchange call = account.send(request);
      left--;
      Breach.unlessSame(
          "RATE-05",
          "X-RateLimit-Remaining",
          left,
          Read.number(call, "X-RateLimit-Remaining"),
          call);
    }
    ruling.restIsKept("every call takes one, whatever becomes of it");
  }

  private static void toldButNotCounted(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    long left = Read.number(account.get("/api/v1/account"), "X-RateLimit-Remaining");
    for (Request request : Failing.beforeTheLimit()) {
      Exchange call = account.send(request);
      Breach.unless(call.status() >= 400, "RATE-10", Read.said(call) + " is refused", call);
      Breach.unlessSame(
          "RATE-10",
          "X-RateLimit-Remaining of what is refused before the limit",
          left,
          Read.number(call, "X-RateLimit-Remaining"),
          call);
    }
    ruling.restIsKept(
        "what is refused before the limit tells where the key stands, and takes none");
  }

  private static int limit(Account account) {
    return Read.json(account.get("/api/v1/account")).at("/plan/calls_per_minute").asInt();
  }
}
