package dev.waymark.server.wallet;

import dev.waymark.server.ids.GenerationId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A wallet at its plainest: a number, what is held, and when the next credits come. */
final class WalletModel {
  private static final Duration CYCLE = Duration.ofDays(30);

  final Map<GenerationId, Long> held = new LinkedHashMap<>();
  private final long perCycle;
  private long balance;
  private Instant cycleEnd;

  WalletModel(long perCycle, Instant openedAt) {
    this.perCycle = perCycle;
    this.balance = perCycle;
    this.cycleEnd = openedAt.plus(CYCLE);
  }

  Wallet current(Instant now) {
    if (!now.isBefore(cycleEnd)) {
      balance = perCycle;
    }
    while (!now.isBefore(cycleEnd)) {
      cycleEnd = cycleEnd.plus(CYCLE);
    }
    return new Wallet(new Credits(balance), cycleEnd.minus(CYCLE), cycleEnd);
  }

  boolean canHold(long credits) {
    return credits <= balance;
  }

  Credits hold(GenerationId generation, long credits) {
    balance -= credits;
    held.put(generation, credits);
    return new Credits(balance);
  }

  Credits end(GenerationId generation, long used) {
    Long credits = held.remove(generation);
    balance += (credits == null ? 0 : credits) - used;
    return new Credits(balance);
  }
}
