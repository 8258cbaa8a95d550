package dev.waymark.conformance.laws.rate;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Unreachable;
import dev.waymark.conformance.targets.Passage;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The only one who calls with its key. All its calls are judged by a {@link Window}. */
final class Caller {
  /** The least path that counts, in calls of which nothing is looked at but where they stand. */
  static final String PATH = "/api/v1/models?limit=1";

  private static final int LARGEST_LIMIT = 2_000;
  private static final Duration EARLY = Duration.ofMillis(50);
  private static final Duration CLOCKS_DIFFER = Duration.ofMillis(5);

  private final Account account;
  private final Passage passage;
  private final Window window;
  private Optional<Exchange> lastRefusal = Optional.empty();

  private Caller(Account account, Window window) {
    this.account = account;
    this.passage = account.bench().target().passage();
    this.window = window;
  }

  /** With the fresh key of a new account on the small plan. */
  static Caller onSmallPlan(Bench bench) {
    Account account = Accounts.small(bench);
    boolean isSteered = bench.target().passage().isSteered();
    Exchange first = account.get("/api/v1/account");
    int limit = Read.json(first).at("/plan/calls_per_minute").asInt();
    if (limit < 2 || limit > LARGEST_LIMIT) {
      throw new Unreachable("the small plan has " + limit + " calls a minute");
    }
    Caller caller =
        new Caller(account, new Window(limit, isSteered ? Duration.ZERO : CLOCKS_DIFFER));
    caller.window.judge(first);
    return caller;
  }

  Account account() {
    return account;
  }

  int limit() {
    return window.limit();
  }

  Exchange call() {
    Exchange call = account.get(PATH);
    window.judge(call);
    if (Window.isRefusal(call)) {
      lastRefusal = Optional.of(call);
    }
    return call;
  }

  void calls(int count) {
    for (int call = 0; call < count; call++) {
      call();
    }
  }

  /** Calls until one is refused, which the window says is soon; the refusal. */
  Exchange knock() {
    Exchange call = call();
    for (int more = 0; !Window.isRefusal(call) && more <= limit(); more++) {
      call = call();
    }
    if (!Window.isRefusal(call)) {
      // The calls took longer than the window: nothing can be said, and nothing is wrong.
      throw new Unreachable("the limit cannot be reached: calls are too slow");
    }
    return call;
  }

  void pass(Duration duration) {
    passage.pass(duration);
  }

  /** How long it takes, beside the calls. */
  Duration waits(RateStep step) {
    return switch (step) {
      case RateStep.Pause(int seconds) -> Duration.ofSeconds(seconds);
      case RateStep.WaitItOut() ->
          lastRefusal
              .map(refusal -> Duration.ofMillis(Read.number(refusal, "Retry-After-Ms")))
              .orElse(Duration.ZERO);
      case RateStep.Calls _, RateStep.Knock _ -> Duration.ZERO;
    };
  }

  void does(RateStep step) {
    switch (step) {
      case RateStep.Calls(int percent) -> calls(Math.ceilDiv(limit() * percent, 100));
      case RateStep.Pause(int seconds) -> pass(Duration.ofSeconds(seconds));
      case RateStep.Knock(int more) -> {
        knock();
        calls(more);
      }
      case RateStep.WaitItOut() -> waitItOut();
    }
  }

  /** Where time is not wasted by it, comes a little early; then in time, and must be admitted. */
  void waitItOut() {
    if (lastRefusal.isEmpty()) {
      return;
    }
    Exchange refusal = lastRefusal.get();
    lastRefusal = Optional.empty();
    Duration wait = Duration.ofMillis(Read.number(refusal, "Retry-After-Ms"));
    Instant free = refusal.until().plus(wait);
    Duration early = passage.isSteered() ? Duration.ofMillis(1) : EARLY;
    if (wait.compareTo(early) > 0) {
      passUntil(refusal.from().plus(wait).minus(early));
      Exchange knocked = account.get(PATH);
      if (knocked.until().isBefore(refusal.from().plus(wait))) {
        Breach.unless(
            Window.isRefusal(knocked),
            "RATE-02",
            "a call before the end of Retry-After-Ms is admitted",
            refusal,
            knocked);
      }
      window.judge(knocked);
    }
    passUntil(free);
    Exchange inTime = account.get(PATH);
    Breach.unless(
        !Window.isRefusal(inTime),
        "RATE-02",
        "a lone caller that waits Retry-After-Ms is refused",
        refusal,
        inTime);
    window.judge(inTime);
  }

  /**
   * By the clock, and not by the length of a sleep: a machine's clock may run slower for a while.
   */
  private void passUntil(Instant end) {
    for (Duration left = left(end); left.isPositive(); left = left(end)) {
      passage.pass(passage.isSteered() ? left : left.plusMillis(1));
    }
  }

  private Duration left(Instant end) {
    return Duration.between(passage.instant(), end);
  }
}
