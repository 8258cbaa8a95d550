package dev.waymark.server.limits;

import dev.waymark.server.SteeredClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Several nodes and a Redis on one virtual time. Every node looks at Redis once a second, each at a
 * moment of its own.
 */
final class SimulatedNodes {
  private static final Duration ROUND = Duration.ofSeconds(1);

  final SteeredClock clock;
  private final List<Node> nodes = new ArrayList<>();
  private RateLimiter windows;
  private boolean there = true;

  /** Which run of Redis it is: a connection to an earlier one is lost. */
  private int run;

  private final class Node {
    final Outage outage = new Outage(clock, _ -> {}, () -> {});
    final SharedRateLimiter limiter;
    int connectedTo;
    Instant looksAt;

    Node(int number, int count) {
      looksAt = clock.instant().plus(ROUND.multipliedBy(number + 1).dividedBy(count));
      limiter =
          new SharedRateLimiter(
              new RateLimiter() {
                @Override
                public Admission admit(String caller, int limit) {
                  ask();
                  return windows.admit(caller, limit);
                }

                @Override
                public Admission peek(String caller, int limit) {
                  ask();
                  return windows.peek(caller, limit);
                }
              },
              new Windows(clock, 100),
              new NodeShare(() -> count),
              outage,
              clock,
              () -> {});
    }

    void ask() {
      if (!there || connectedTo != run) {
        throw new RedisAwayException("simulated");
      }
    }

    void look() {
      if (outage.state() == Outage.State.AWAY) {
        connectedTo = run;
      }
      try {
        ask();
        outage.answers();
      } catch (RedisAwayException e) {
        outage.lost(e);
      }
      looksAt = looksAt.plus(ROUND);
    }
  }

  SimulatedNodes(Instant start, int count) {
    clock = new SteeredClock(start);
    windows = emptyWindows();
    for (int number = 0; number < count; number++) {
      nodes.add(new Node(number, count));
    }
  }

  boolean admits(int node, int limit) {
    return nodes.get(node).limiter.admit("one", limit).admitted();
  }

  /** Ends Redis if it is there, and starts it if it is not, with its windows or without. */
  void turn(boolean forgetful) {
    there = !there;
    if (there) {
      run++;
      windows = forgetful ? emptyWindows() : windows;
    }
  }

  void pass(Duration duration) {
    Instant end = clock.instant().plus(duration);
    while (true) {
      Node next =
          nodes.stream().min((one, other) -> one.looksAt.compareTo(other.looksAt)).orElseThrow();
      if (next.looksAt.isAfter(end)) {
        break;
      }
      clock.moveTo(next.looksAt);
      next.look();
    }
    clock.moveTo(end);
  }

  private RateLimiter emptyWindows() {
    return new InMemoryRateLimiter(new Windows(clock, 100), clock);
  }
}
