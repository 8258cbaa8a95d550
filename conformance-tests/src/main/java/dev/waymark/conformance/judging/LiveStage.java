package dev.waymark.conformance.judging;

import dev.waymark.conformance.drivers.Driver;
import dev.waymark.conformance.drivers.DriverFailed;
import dev.waymark.conformance.drivers.Order;
import dev.waymark.conformance.drivers.Told;
import dev.waymark.conformance.faults.Arrival;
import dev.waymark.conformance.faults.FaultServer;
import dev.waymark.conformance.faults.Play;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A client behind a driver, real connections, and time that passes by itself. */
public final class LiveStage implements Stage {
  private static final int MOST_AT_ONCE = 16;

  /** A client that goes on behind its caller's back is seen in this time. */
  private static final Duration AFTER_A_STOP = Duration.ofMillis(1200);

  private final Driver driver;
  private final InstantSource clock = steady();

  public LiveStage(Driver driver) {
    this.driver = driver;
  }

  @Override
  public Pace pace() {
    return Pace.REAL;
  }

  @Override
  public int atOnce() {
    return Math.min(MOST_AT_ONCE, driver.atOnce());
  }

  /** What fails here fails again where it is judged. */
  @Override
  public void warmUp(List<ClientCase> cases) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      cases.forEach(one -> threads.execute(() -> play(one)));
    }
  }

  @Override
  public Played play(ClientCase one) {
    if (!one.script().leadsElsewhere()) {
      return play(one, Play.of(one.script()), Elsewhere.play());
    }
    Play other = Elsewhere.play();
    try (FaultServer elsewhere = FaultServer.playing(other, clock)) {
      URI url = Elsewhere.named(elsewhere.url());
      return play(one, Play.leadingTo(url, one.script()), other);
    }
  }

  private Played play(ClientCase one, Play play, Play elsewhere) {
    List<Heard> calls = new ArrayList<>();
    try (FaultServer server = FaultServer.playing(play, clock)) {
      for (Ask ask : one.asks()) {
        Order order = ask.order(one.name() + "-" + (calls.size() + 1), server.url());
        calls.add(call(order, play, elsewhere));
      }
    }
    return new Played(one, calls);
  }

  private Heard call(Order order, Play play, Play elsewhere) {
    int before = play.arrivals().size();
    Instant began = clock.instant();
    Optional<Told> told = Optional.empty();
    String failure = "";
    try {
      told = Optional.of(driver.call(order));
    } catch (DriverFailed e) {
      failure = String.valueOf(e.getMessage());
    }
    Instant ended = clock.instant();
    if (order.stopAfter().isPresent()) {
      pause();
    }
    List<Arrival> all = play.arrivals();
    return new Heard(
        order, told, failure, began, ended, all.subList(before, all.size()), elsewhere.arrivals());
  }

  private static void pause() {
    try {
      Thread.sleep(AFTER_A_STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a case was played", e);
    }
  }

  /** The machine's time of day, that never goes back. */
  private static InstantSource steady() {
    Instant epoch = InstantSource.system().instant();
    long zero = System.nanoTime();
    return () -> epoch.plusNanos(System.nanoTime() - zero);
  }
}
