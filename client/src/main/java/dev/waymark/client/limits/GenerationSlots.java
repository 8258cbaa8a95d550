package dev.waymark.client.limits;

import dev.waymark.client.retry.Pauses;
import dev.waymark.client.retry.Refusal;
import dev.waymark.client.retry.Time;
import dev.waymark.client.transport.NotInTime;
import dev.waymark.errors.ErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where starts wait that were refused because as many generations are in flight as may be: each
 * finish that any call of this client has seen lets one go on, the one whose time ends first.
 *
 * <p>The first in the queue sees to it that there is something to be seen: it looks at those in
 * flight that no other call watches. Only where that cannot be, it goes by the wait that the server
 * named.
 */
final class GenerationSlots implements Pauses {

  private final Time time;
  private final Look look;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Waiting> queue = new ArrayList<>();
  private final InFlight inFlight = new InFlight();

  GenerationSlots(Time time, Look look) {
    this.time = time;
    this.look = look;
  }

  @Override
  public boolean pause(Duration wait, Optional<Refusal> refusal, Duration left)
      throws InterruptedException {
    Optional<Refusal> full =
        refusal.filter(
            answer -> answer.knownCode().filter(ErrorCode.CONCURRENCY_LIMIT::equals).isPresent());
    if (full.isEmpty()) {
      time.pause(wait);
      return false;
    }
    lock.lockInterruptibly();
    try {
      Duration now = time.elapsed();
      return inFlight.refused(full.get().running()) || hasSeenRoom(now.plus(left), now.plus(wait));
    } finally {
      lock.unlock();
    }
  }

  /**
   * A new start: takes its place behind those that wait, if any do.
   *
   * @throws NotInTime when its turn does not come within {@code left}
   */
  void enter(Duration left) throws NotInTime, InterruptedException {
    lock.lockInterruptibly();
    try {
      Duration now = time.elapsed();
      Duration end = now.plus(left);
      if (!queue.isEmpty() && !hasSeenRoom(end, now) && time.elapsed().compareTo(end) >= 0) {
        throw new NotInTime("no generation has finished within the call's time");
      }
    } finally {
      lock.unlock();
    }
  }

  /** {@code more} says whether yet another one can be started. */
  void started(String id, boolean more) {
    lock.lock();
    try {
      inFlight.started(id);
      if (!more || !callOne()) {
        wakeFirst();
      }
    } finally {
      lock.unlock();
    }
  }

  /** It is finished, perhaps for long. */
  void finished(String id) {
    lock.lock();
    try {
      if (inFlight.finished(id) && callOne()) {
        inFlight.used(id);
      } else {
        inFlight.unused(id);
      }
    } finally {
      lock.unlock();
    }
  }

  void watching(String id) {
    lock.lock();
    try {
      inFlight.watch(id);
    } finally {
      lock.unlock();
    }
  }

  void watchingNoMore(String id) {
    lock.lock();
    try {
      inFlight.watchNoMore(id);
      wakeFirst();
    } finally {
      lock.unlock();
    }
  }

  /** False when it is over, or goes on without having seen anything. */
  private boolean hasSeenRoom(Duration end, Duration hint) throws InterruptedException {
    Waiting me = new Waiting(lock.newCondition(), end, hint);
    enqueue(me);
    boolean goesOn = false;
    try {
      while (!me.isCalled()) {
        Duration now = time.elapsed();
        boolean first = queue.get(0).equals(me);
        boolean blind = first && (me.isBlind() || inFlight.isEmpty());
        boolean mayLook = first && !blind && now.compareTo(me.nextLook()) >= 0;
        Optional<String> next = mayLook ? inFlight.nextUnwatched() : Optional.empty();
        Duration until = first && !mayLook ? sooner(blind ? me.hint : me.nextLook(), end) : end;
        if (now.compareTo(until) >= 0) {
          return false;
        }
        if (next.isEmpty()) {
          time.await(me.signal, until.minus(now));
        } else if (me.hasLookedEnough()) {
          return true;
        } else {
          look(me, next.get(), now);
        }
      }
      goesOn = true;
      return true;
    } finally {
      queue.remove(me);
      if (me.isCalled() && !goesOn) {
        // Interrupted after it was called: the room is for somebody else.
        callOne();
      }
      wakeFirst();
    }
  }

  private void look(Waiting me, String id, Duration now) throws InterruptedException {
    me.beginLook(now);
    lock.unlock();
    boolean seen = false;
    try {
      seen = look.at(id, me.end.minus(now));
    } catch (IOException unseen) {
      // The call itself will meet what this look has met, and say it.
    } finally {
      lock.lock();
      me.endLook(seen);
    }
  }

  private static Duration sooner(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void enqueue(Waiting me) {
    int place = queue.size();
    while (place > 0 && queue.get(place - 1).end.compareTo(me.end) > 0) {
      place--;
    }
    queue.add(place, me);
  }

  /** Whether somebody was there to be called. */
  private boolean callOne() {
    List<Waiting> uncalled = queue.stream().filter(waiting -> !waiting.isCalled()).toList();
    Optional<Waiting> one =
        uncalled.stream()
            .filter(Waiting::listens)
            .findFirst()
            .or(() -> uncalled.stream().findFirst());
    one.ifPresent(Waiting::call);
    return one.isPresent();
  }

  private void wakeFirst() {
    if (!queue.isEmpty()) {
      queue.get(0).signal.signal();
    }
  }
}
