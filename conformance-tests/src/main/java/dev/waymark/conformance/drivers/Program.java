package dev.waymark.conformance.drivers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client behind a command that speaks the protocol: lines of JSON on its standard input and
 * output, see {@code driver-protocol.md}. A program that takes one call at a time is started
 * several times; one that dies is started again, {@value #MOST_STARTS_AGAIN} times in all.
 */
public final class Program implements Driver {
  private static final int WANTED_AT_ONCE = 8;
  private static final int MOST_AT_ONCE = 64;
  private static final int MOST_STARTS_AGAIN = 5;

  private final List<String> command;
  private final String name;
  private final int atOnce;
  private final int everywhere;
  private final List<Talk> all = new ArrayList<>();
  private final BlockingQueue<Place> places = new LinkedBlockingQueue<>();
  private final AtomicInteger startsLeft = new AtomicInteger(MOST_STARTS_AGAIN);

  /** Room for one call, with whoever has it now. */
  private static final class Place {
    private Talk talk;

    private Place(Talk talk) {
      this.talk = talk;
    }
  }

  private Program(List<String> command, Patience patience, Talk first) {
    this.command = List.copyOf(command);
    this.name = first.name();
    this.atOnce = Math.clamp(first.atOnce(), 1, MOST_AT_ONCE);
    int programs = Math.ceilDiv(WANTED_AT_ONCE, atOnce);
    this.everywhere = programs * atOnce;
    add(first);
    for (int started = 1; started < programs; started++) {
      add(Talk.start(command, patience));
    }
  }

  /**
   * Starts it, and as many more as are needed for several calls at once; all are ended by {@link
   * #close}.
   *
   * @throws DriverFailed if it does not say that it is ready
   */
  public static Program start(List<String> command, Patience patience) {
    return new Program(command, patience, Talk.start(command, patience));
  }

  private synchronized void add(Talk talk) {
    all.add(talk);
    for (int place = 0; place < atOnce; place++) {
      places.add(new Place(talk));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int atOnce() {
    return everywhere;
  }

  @Override
  public Told call(Order order) {
    Place place = taken();
    try {
      place.talk = living(place.talk);
      return place.talk.call(order);
    } finally {
      places.add(place);
    }
  }

  private Place taken() {
    try {
      return places.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a driver was busy", e);
    }
  }

  private synchronized Talk living(Talk talk) {
    if (talk.isUsable()) {
      return talk;
    }
    talk.close();
    for (Talk other : all) {
      if (other.replaces(talk) && other.isUsable()) {
        return other;
      }
    }
    if (startsLeft.getAndDecrement() <= 0) {
      throw new DriverFailed(
          DriverFailed.Manner.DIED,
          "it has failed %d times and is not started again; at last: %s"
              .formatted(MOST_STARTS_AGAIN + 1, talk.lastWords()));
    }
    Talk fresh = Talk.inThePlaceOf(talk, command);
    all.add(fresh);
    return fresh;
  }

  @Override
  public synchronized void close() {
    all.forEach(Talk::close);
  }
}
