package dev.waymark.client.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.client.WaymarkException;
import dev.waymark.client.retry.Attempts;
import dev.waymark.client.retry.GaveUp;
import dev.waymark.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds what was played against the laws. Knows nothing of how the client decides. */
final class Judge {

  private final Play play;
  private final RetryPolicy policy;
  private final boolean exact;
  private final Set<String> keys = new HashSet<>();
  private int tenths;
  private int rolled;

  /** {@code exact} where the clock moves only when somebody waits. */
  private Judge(Play play, boolean exact) {
    this.play = play;
    this.policy = play.script().policy();
    this.exact = exact;
    this.tenths = policy.budget() * 10;
  }

  static void judge(Play play, boolean exact) {
    Judge judge = new Judge(play, exact);
    for (int call = 0; call < play.endings().size(); call++) {
      judge.call(call);
    }
    Secrecy.judge(play);
  }

  private void call(int call) {
    Play.Ending ending = play.endings().get(call);
    List<Arrival> arrivals = play.arrivalsOf(call);
    Duration end = ending.began().plus(policy.deadline());
    if (!arrivals.isEmpty()) {
      new SentJudge(play.script()).same(ending, arrivals, keys);
    }
    assertThat(arrivals.size()).isLessThanOrEqualTo(policy.attempts());
    boolean open = false;
    for (int i = 0; i < arrivals.size(); i++) {
      Arrival arrival = arrivals.get(i);
      boolean last = i == arrivals.size() - 1;
      assertThat(arrival.header("X-Attempt")).isEqualTo(Integer.toString(i + 1));
      inTime(arrival, end);
      if (arrival.end().isEmpty()) {
        assertThat(last && ending.interrupted()).as("nothing follows an interrupt").isTrue();
        open = true;
      } else if (arrival.end().get() instanceof Arrival.End.Answered answer && answer.succeeds()) {
        assertThat(last).as("nothing follows a success").isTrue();
        tenths = Math.min(policy.budget() * 10, tenths + 1);
        new ThrownJudge(play, ending, arrivals).success(answer, open);
        return;
      } else {
        open = Case.of(arrival, play).open(open);
        refused(call, ending, arrivals, i, end, last, open);
      }
    }
    if (ending.interrupted()) {
      new ThrownJudge(play, ending, arrivals).interrupted(open);
    }
  }

  private void inTime(Arrival arrival, Duration end) {
    assertThat(arrival.at()).as("nothing is sent after the deadline").isLessThan(end);
    arrival
        .limit()
        .ifPresent(limit ->
            assertThat(limit)
                .isPositive()
                .isLessThanOrEqualTo(play.script().timeout())
                .isLessThanOrEqualTo(end.minus(arrival.at())));
  }

  private void refused(
      int call,
      Play.Ending ending,
      List<Arrival> arrivals,
      int i,
      Duration end,
      boolean last,
      boolean open) {
    Arrival arrival = arrivals.get(i);
    Case met = Case.of(arrival, play);
    int attempt = i + 1;
    Set<GaveUp> reasons = reasons(met, arrival, attempt, end);
    List<Play.Heard> heard = play.heardOf(call);
    if (heard.size() > i) {
      assertThat(reasons).as("attempt %d may be followed", attempt).isSubsetOf(GaveUp.DEADLINE);
      tenths -= met.outage() ? 10 : 0;
      assertThat(tenths).as("the budget").isNotNegative();
      new HeardJudge(play, exact).retry(heard.get(i), met, arrival, attempt);
      Duration wait = heard.get(i).retrying().pause();
      waited(met, wait, attempt);
      if (!last) {
        Duration passed = arrivals.get(i + 1).at().minus(arrival.ended());
        assertThat(passed).as("never before the wait is over").isGreaterThanOrEqualTo(wait);
        if (exact) {
          assertThat(passed).isEqualTo(wait);
        }
      } else {
        assertThat(ending.interrupted()).as("an announced attempt follows").isTrue();
      }
      return;
    }
    assertThat(last).as("every retry is told").isTrue();
    WaymarkException thrown = new ThrownJudge(play, ending, arrivals).refused(met, open);
    Attempts attempts = thrown.attempts();
    assertThat(reasons)
        .as("the reason to stop after attempt %d", attempt)
        .contains(attempts.reason());
    if (exact && !reasons.contains(GaveUp.WOULD_NOT_HELP) && attempt < policy.attempts()) {
      rolled += met.tooLong(policy, attempt) ? 0 : 1;
    }
  }

  /** All that speak against another attempt; the deadline also where only the jitter decides. */
  private Set<GaveUp> reasons(Case met, Arrival arrival, int attempt, Duration end) {
    if (!met.mayHelp()) {
      return EnumSet.of(GaveUp.WOULD_NOT_HELP);
    }
    Set<GaveUp> reasons = EnumSet.noneOf(GaveUp.class);
    if (met.tooLong(policy, attempt)) {
      reasons.add(GaveUp.WAIT_TOO_LONG);
    }
    if (attempt >= policy.attempts()) {
      reasons.add(GaveUp.ATTEMPTS_USED);
    }
    Duration latest =
        arrival.ended().plus(met.floor(policy, attempt)).plus(met.spread(policy, attempt));
    if (latest.plusMillis(exact ? 0 : 2000).compareTo(end) >= 0) {
      reasons.add(GaveUp.DEADLINE);
    }
    if (met.outage() && tenths < 10) {
      reasons.add(GaveUp.BUDGET_EMPTY);
    }
    return reasons;
  }

  /** Never shorter than named; longer by the share that the dice give. */
  private void waited(Case met, Duration wait, int attempt) {
    Duration floor = met.floor(policy, attempt);
    Duration spread = met.spread(policy, attempt);
    assertThat(wait).as("the wait").isBetween(floor, floor.plus(spread));
    if (exact) {
      List<Integer> dice = play.script().dice();
      double share = dice.get(rolled++ % dice.size()) / 1000.0;
      assertThat((double) wait.minus(floor).toMillis())
          .as("the jitter")
          .isCloseTo(spread.toMillis() * share, within(2.0));
    }
  }
}
