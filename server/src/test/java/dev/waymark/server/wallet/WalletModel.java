package dev.waymark.server.wallet;

import dev.waymark.server.ids.GenerationId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A wallet at its plainest: granted and bought credits in two heaps, what is held of each, and when
 * the next grant comes.
 */
final class WalletModel {
  private static final Duration CYCLE = Duration.ofDays(30);

  final Map<GenerationId, Held> held = new LinkedHashMap<>();
  private final long perCycle;
  private long granted;
  private long bought;
  private Instant cycleEnd;

  record Held(long granted, long bought) {
    long credits() {
      return granted + bought;
    }
  }

  WalletModel(long perCycle, Instant openedAt) {
    this.perCycle = perCycle;
    this.granted = perCycle;
    this.cycleEnd = openedAt.plus(CYCLE);
  }

  Wallet current(Instant now) {
    if (!now.isBefore(cycleEnd)) {
      granted = perCycle;
    }
    while (!now.isBefore(cycleEnd)) {
      cycleEnd = cycleEnd.plus(CYCLE);
    }
    return new Wallet(balance(), cycleEnd.minus(CYCLE), cycleEnd);
  }

  private Credits balance() {
    return new Credits(granted + bought);
  }

  long bought() {
    return bought;
  }

  boolean canHold(long credits) {
    return credits <= granted + bought;
  }

  Credits hold(GenerationId generation, long credits) {
    Held taken = new Held(Math.min(granted, credits), Math.max(0, credits - granted));
    granted -= taken.granted();
    bought -= taken.bought();
    held.put(generation, taken);
    return balance();
  }

  Credits end(GenerationId generation, long used) {
    Held taken = held.remove(generation);
    if (taken != null) {
      long back = taken.credits() - used;
      long boughtBack = Math.min(back, taken.bought());
      bought += boughtBack;
      granted += back - boughtBack;
    }
    return balance();
  }

  /** Adds bought credits, or takes some, granted ones first. */
  Credits change(long credits) {
    long fromGranted = credits < 0 ? Math.min(granted, -credits) : 0;
    granted -= fromGranted;
    bought += credits + fromGranted;
    return balance();
  }
}
