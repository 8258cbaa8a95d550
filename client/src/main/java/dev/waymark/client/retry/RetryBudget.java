package dev.waymark.client.retry;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What keeps many threads from multiplying an outage: while nothing succeeds, they share a few
 * retries and then each sends every call just once. Counted in tenths.
 */
final class RetryBudget {

  private static final long RETRY = 10;

  private final long most;
  private final AtomicLong tenths;

  RetryBudget(int retries) {
    this.most = retries * RETRY;
    this.tenths = new AtomicLong(most);
  }

  /** Whether there was a retry left; it is taken then. */
  boolean take() {
    return tenths.getAndUpdate(now -> now >= RETRY ? now - RETRY : now) >= RETRY;
  }

  void succeeded() {
    if (tenths.get() < most) {
      tenths.updateAndGet(now -> Math.min(most, now + 1));
    }
  }
}
