package dev.waymark.client.limits;

import dev.waymark.client.limits.RateWindow.Slot;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Threads of one client that call a server without a rest, each as soon as the window lets it, on a
 * clock of their own that jumps from event to event.
 */
final class PacedPool {

  /** What happens when; the number keeps the order of those at one moment. */
  private record Event(Duration at, long number, Runnable what) {}

  private final RateWindow window = new RateWindow();
  private final ServersWindow server;
  private final int limit;
  private final int threads;
  private final Random random;
  private final Duration longestWay;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
  private final List<Duration> own = new ArrayList<>();
  private final Deque<Integer> idle = new ArrayDeque<>();
  private final List<Duration> silences = new ArrayList<>();
  private Duration now = Duration.ofDays(-3);
  private long number;
  private int lostPercent;
  private int refused;
  private int wanted;
  private Duration silentUntil = RateWindow.LONG_AGO;

  /** {@code longestWay} is the longest time that a request, or an answer, is on its way. */
  PacedPool(int limit, int threads, Duration longestWay, Random random) {
    this.limit = limit;
    this.threads = threads;
    this.server = new ServersWindow(limit);
    this.longestWay = longestWay;
    this.random = random;
    for (int thread = 0; thread < threads; thread++) {
      idle.add(thread);
    }
  }

  /** So many of a hundred answers but the first do not come, and the callers give up waiting. */
  PacedPool losing(int percent) {
    lostPercent = percent;
    return this;
  }

  /** Somebody else calls with the same key, one call in each of these times on average. */
  PacedPool sharedWith(Duration every, Duration until) {
    Duration end = now.plus(until);
    at(upTo(every.multipliedBy(2)), () -> foreign(every, end));
    return this;
  }

  /** Until so many calls have been answered. */
  PacedPool run(int calls) {
    wanted = calls;
    letGo();
    while (wanted > 0 || idle.size() < threads) {
      Event event = events.remove();
      now = event.at();
      event.what().run();
      letGo();
    }
    return this;
  }

  /** When the server admitted the pool's own calls. */
  List<Duration> admitted() {
    return own;
  }

  int refused() {
    return refused;
  }

  int unmade() {
    return wanted;
  }

  /** The calls that were sent although the server had asked for silence. */
  List<Duration> brokenSilences() {
    return silences;
  }

  private void letGo() {
    while (wanted > 0 && !idle.isEmpty()) {
      Optional<Duration> wait = window.untilFree(now);
      if (wait.filter(Duration::isZero).isEmpty()) {
        wait.ifPresent(until -> at(until, () -> {}));
        return;
      }
      if (now.compareTo(silentUntil) < 0) {
        silences.add(now);
      }
      int thread = idle.remove();
      wanted--;
      Slot slot = window.take(now);
      at(upTo(longestWay), () -> arrive(slot, thread));
    }
  }

  private void arrive(Slot slot, int thread) {
    ServersWindow.Verdict verdict = server.call(now);
    boolean lost = slot.number() > 1 && random.nextInt(100) < lostPercent;
    if (verdict.admitted()) {
      own.add(now);
    } else {
      refused++;
    }
    at(upTo(longestWay), () -> answer(slot, thread, verdict, lost));
  }

  private void answer(Slot slot, int thread, ServersWindow.Verdict verdict, boolean lost) {
    if (lost) {
      window.unanswered(now);
    } else {
      Duration seconds = Duration.ofSeconds(verdict.untilFree().plusNanos(999_999_999).toSeconds());
      Limits.Rate rate =
          new Limits.Rate(limit, verdict.remaining(), ServersWindow.LENGTH, Optional.of(seconds));
      window.answered(slot, now, verdict.admitted(), rate);
      if (!verdict.admitted()) {
        Duration until = now.plusMillis(verdict.untilFree().plusNanos(999_999).toMillis());
        window.closeUntil(until);
        silentUntil = silentUntil.compareTo(until) > 0 ? silentUntil : until;
        wanted++;
      }
    }
    idle.add(thread);
  }

  private void foreign(Duration every, Duration end) {
    server.call(now);
    if (now.compareTo(end) < 0) {
      at(upTo(every.multipliedBy(2)), () -> foreign(every, end));
    }
  }

  private void at(Duration wait, Runnable what) {
    events.add(new Event(now.plus(wait), number++, what));
  }

  private Duration upTo(Duration most) {
    return Duration.ofNanos(1 + (long) (random.nextDouble() * most.toNanos()));
  }
}
