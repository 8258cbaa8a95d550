package dev.waymark.conformance.judging;

import dev.waymark.conformance.drivers.Order;
import dev.waymark.conformance.drivers.Told;
import dev.waymark.conformance.faults.Arrival;
import dev.waymark.conformance.faults.Play;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Our client, or one that differs from it in one thing, while no time passes. */
public final class VirtualStage implements Stage {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  /** Seeds that lie close together would give numbers that do. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Variation variation;
  private final AtomicLong ids = new AtomicLong();

  public VirtualStage(Variation variation) {
    this.variation = variation;
  }

  @Override
  public Pace pace() {
    return Pace.EXACT;
  }

  @Override
  public int atOnce() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public Played play(ClientCase one) {
    Play play = Play.of(one.script());
    Play elsewhere = Elsewhere.play();
    VirtualTime time = new VirtualTime(variation);
    Random random = new Random(one.name().hashCode() * SPREAD);
    List<Heard> calls = new ArrayList<>();
    for (Ask ask : one.asks()) {
      Order order = ask.order(one.name() + "-" + (calls.size() + 1), NOWHERE);
      int before = play.arrivals().size();
      Instant began = time.now();
      Told told = new VirtualCall(order, play, elsewhere, time, variation, random, ids).told();
      List<Arrival> all = play.arrivals();
      calls.add(
          new Heard(
              order,
              Optional.of(told),
              "",
              began,
              time.now(),
              all.subList(before, all.size()),
              elsewhere.arrivals()));
    }
    return new Played(one, calls);
  }
}
