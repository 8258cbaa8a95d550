package dev.waymark.client.limits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The client's count of what the server counts: whoever sends only when it says so is never refused
 * for its rate, unless others use the same key.
 *
 * <p>The server admits a call at some moment between its sending and its answer, and forgets it a
 * window later. Here a call counts from its sending until a window after its answer, and so at
 * every moment at which the server may count it. That is too long by the time that the answer took,
 * which is the price for never being refused.
 *
 * <p>Moments are those of one clock that never goes back. Not safe for many threads.
 */
final class RateWindow {

  static final Duration LONG_AGO = Duration.ofSeconds(Long.MIN_VALUE);

  /** Clocks may differ by a thousandth; that of a machine whose time is being corrected does. */
  private static final int DRIFT = 1000;

  private final Deque<Duration> leaving = new ArrayDeque<>();
  private final OtherCalls others = new OtherCalls();
  private long underWay;
  private long sent;
  private long newestTeller;
  private boolean told;
  private long limit = Long.MAX_VALUE;
  private Duration window = Duration.ofMinutes(1);
  private Duration closedUntil = LONG_AGO;

  /**
   * A call that was sent.
   *
   * @param number of all that were sent, from 1
   * @param own how many counted when it was sent, itself included
   * @param underWay how many of them were under way
   */
  record Slot(long number, long own, long underWay) {}

  /** How long until a call may be sent; empty while only an answer can tell. */
  Optional<Duration> untilFree(Duration now) {
    forget(now);
    if (now.compareTo(closedUntil) < 0) {
      return Optional.of(closedUntil.minus(now));
    }
    if (!told) {
      return underWay == 0 ? Optional.of(Duration.ZERO) : Optional.empty();
    }
    if (own() + others.count(now) < limit) {
      return Optional.of(Duration.ZERO);
    }
    Optional<Duration> next = Optional.ofNullable(leaving.peekFirst());
    if (own() < limit) {
      Duration tryAt = others.nextTry();
      next = next.filter(moment -> moment.compareTo(tryAt) < 0).or(() -> Optional.of(tryAt));
    }
    return next.map(moment -> moment.compareTo(now) > 0 ? moment.minus(now) : Duration.ZERO);
  }

  /** Counts a call that is sent now; only when {@link #untilFree} is zero. */
  Slot take(Duration now) {
    if (told && own() + others.count(now) >= limit) {
      others.tried(now);
    }
    underWay++;
    sent++;
    return new Slot(sent, own(), underWay);
  }

  /**
   * The call was answered, and the answer tells nothing of the limit. After a success that tells
   * nothing there is none to keep to, until an answer tells.
   */
  void answered(Duration now, boolean counts, boolean success) {
    done(now, counts);
    told |= success;
  }

  /** The call was answered, and the answer tells where the key stands. */
  void answered(Slot slot, Duration now, boolean counts, Limits.Rate rate) {
    window = rate.window();
    done(now, counts);
    if (slot.number() > newestTeller) {
      newestTeller = slot.number();
      told = true;
      limit = Math.max(1, rate.limit());
      long counted = rate.limit() - rate.remaining();
      long surelyOwn = slot.own() - slot.underWay() + (counts ? 1 : 0);
      long perhapsOwn = slot.underWay() - 1 + sent - slot.number();
      others.told(
          counted - surelyOwn - perhapsOwn,
          counted - surelyOwn,
          now,
          window,
          now.plus(rate.nextIn().orElse(Duration.ZERO)));
    }
  }

  /** Nobody knows whether the server has counted it: it counts. */
  void unanswered(Duration now) {
    done(now, true);
  }

  /** The server has never heard of it. */
  void notSent() {
    underWay--;
  }

  /** The server has asked for silence. */
  void closeUntil(Duration moment) {
    if (moment.compareTo(closedUntil) > 0) {
      closedUntil = moment;
    }
  }

  private void done(Duration now, boolean counts) {
    underWay--;
    if (counts) {
      leaving.addLast(now.plus(window).plus(window.dividedBy(DRIFT)));
    }
  }

  private long own() {
    return underWay + leaving.size();
  }

  private void forget(Duration now) {
    while (!leaving.isEmpty() && leaving.getFirst().compareTo(now) <= 0) {
      leaving.removeFirst();
    }
  }
}
