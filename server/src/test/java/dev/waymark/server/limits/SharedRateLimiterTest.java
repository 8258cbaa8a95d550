package dev.waymark.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The bounds that {@link SharedRateLimiter} states, over outages of every kind. */
class SharedRateLimiterTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration MINUTE = Duration.ofSeconds(60);

  /** A second for all to look, and a little. */
  private static final Duration NOTICED_WITHIN = Duration.ofMillis(1001);

  private enum Event {
    CALLS,
    TURN,
    TURN_AND_FORGET
  }

  /** What happens so long after the step before; the calls are one node's. */
  record Step(Duration pause, Event event, int node, int calls) {}

  @Property(tries = 1500)
  void no_60_seconds_have_more_than_the_stated_bound(
      @ForAll("schedules") List<Step> schedule,
      @ForAll @IntRange(min = 1, max = 4) int count,
      @ForAll @IntRange(min = 1, max = 12) int limit) {
    SimulatedNodes nodes = new SimulatedNodes(START, count);
    int share = Math.max(1, limit / count);
    List<Instant> admitted = new ArrayList<>();
    Instant lastOutage = Instant.MIN;
    boolean there = true;
    for (Step step : schedule) {
      nodes.pass(step.pause());
      if (step.event() != Event.CALLS) {
        nodes.turn(step.event() == Event.TURN_AND_FORGET);
        lastOutage = there ? nodes.clock.instant() : lastOutage;
        there = !there;
        continue;
      }
      for (int call = 0; call < step.calls(); call++) {
        if (nodes.admits(step.node() % count, limit)) {
          admitted.add(nodes.clock.instant());
        }
      }
      Instant windowStart = nodes.clock.instant().minus(MINUTE);
      long inWindow = admitted.stream().filter(windowStart::isBefore).count();
      if (lastOutage.equals(Instant.MIN)) {
        assertThat(inWindow).isLessThanOrEqualTo(limit);
      } else if (windowStart.isBefore(lastOutage.plus(NOTICED_WITHIN))) {
        assertThat(inWindow).isLessThanOrEqualTo(limit + (long) (count - 1) * share);
      } else {
        assertThat(inWindow).isLessThanOrEqualTo(Math.max(limit, count));
      }
    }
  }

  @Property(tries = 500)
  void a_lone_node_counts_as_if_redis_had_never_been_away(
      @ForAll("schedules") List<Step> schedule, @ForAll @IntRange(min = 1, max = 12) int limit) {
    SimulatedNodes nodes = new SimulatedNodes(START, 1);
    WindowModel model = new WindowModel();
    for (Step step : schedule) {
      nodes.pass(step.pause());
      if (step.event() != Event.CALLS) {
        nodes.turn(false);
        continue;
      }
      for (int call = 0; call < step.calls(); call++) {
        assertThat(nodes.admits(0, limit))
            .isEqualTo(model.admit(nodes.clock.instant(), limit).admitted());
      }
    }
  }

  @Test
  void each_node_admits_its_share_while_redis_is_away_and_together_they_admit_the_limit() {
    SimulatedNodes nodes = new SimulatedNodes(START, 3);
    nodes.turn(false);

    assertThat(admitted(nodes, 0, 20, 9)).isEqualTo(3);
    assertThat(admitted(nodes, 1, 20, 9)).isEqualTo(3);
    assertThat(admitted(nodes, 2, 20, 9)).isEqualTo(3);
  }

  @Test
  void what_was_admitted_without_redis_counts_when_it_is_back_and_no_longer_than_a_minute() {
    SimulatedNodes nodes = new SimulatedNodes(START, 1);
    nodes.turn(false);
    assertThat(admitted(nodes, 0, 3, 5)).isEqualTo(3);
    nodes.turn(true);
    nodes.pass(Duration.ofSeconds(5));

    assertThat(admitted(nodes, 0, 9, 5)).isEqualTo(2);
    nodes.pass(MINUTE);
    assertThat(admitted(nodes, 0, 9, 5)).isEqualTo(5);
  }

  @Test
  void a_call_that_redis_refuses_when_it_is_back_takes_nothing_here() {
    SimulatedNodes nodes = new SimulatedNodes(START, 2);
    assertThat(admitted(nodes, 0, 4, 4)).isEqualTo(4);
    nodes.turn(false);
    nodes.turn(false);
    nodes.pass(Duration.ofSeconds(5));
    assertThat(admitted(nodes, 1, 50, 4)).isZero();
    nodes.pass(Duration.ofSeconds(55));

    assertThat(admitted(nodes, 1, 50, 4)).isEqualTo(2);
  }

  private static int admitted(SimulatedNodes nodes, int node, int calls, int limit) {
    int admitted = 0;
    for (int call = 0; call < calls; call++) {
      admitted += nodes.admits(node, limit) ? 1 : 0;
    }
    return admitted;
  }

  @Provide
  Arbitrary<List<Step>> schedules() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(0, 3000).map(Duration::ofMillis)),
                Tuple.of(3, Arbitraries.longs().between(0, 65).map(Duration::ofSeconds))),
            Arbitraries.frequency(
                Tuple.of(8, Event.CALLS),
                Tuple.of(1, Event.TURN),
                Tuple.of(1, Event.TURN_AND_FORGET)),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(1, 12))
        .as(Step::new)
        .list()
        .ofMaxSize(50)
        .withoutEdgeCases();
  }
}
