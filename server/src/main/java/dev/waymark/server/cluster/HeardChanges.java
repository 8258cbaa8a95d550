package dev.waymark.server.cluster;

import dev.waymark.server.time.Ticker;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes as they are told by {@code NOTIFY} and heard by this node's session. */
@Singleton
final class HeardChanges implements Changes {
  private static final Logger LOG = LoggerFactory.getLogger(HeardChanges.class);
  private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();

  private final Ticker ticker;
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();

  /** When it was last asked for what is new, of those times that were answered; null is never. */
  private volatile @Nullable Long askedAt;

  private record Subscriber(Consumer<String> change, Runnable anything) {}

  HeardChanges(Ticker ticker) {
    this.ticker = ticker;
  }

  @Override
  public void announce(Handle tx, String payload) {
    tx.createQuery("SELECT pg_notify(:channel, :payload)::text")
        .bind("channel", Session.CHANNEL)
        .bind("payload", payload)
        .mapTo(String.class)
        .one();
  }

  @Override
  public void subscribe(Consumer<String> change, Runnable anything) {
    subscribers.add(new Subscriber(change, anything));
  }

  @Override
  public boolean current() {
    Long asked = askedAt;
    return asked != null && ticker.nanos() - asked <= FRESH_NANOS;
  }

  /** A new session listens; what was told before it is lost. */
  void listening() {
    subscribers.forEach(subscriber -> safely(subscriber.anything()));
  }

  /** These were all changes until that time, in order. */
  void heard(List<String> changes, long asked) {
    for (String change : changes) {
      subscribers.forEach(subscriber -> safely(() -> subscriber.change().accept(change)));
    }
    askedAt = asked;
  }

  /** Nothing is heard any more. */
  void deaf() {
    askedAt = null;
  }

  // The others must hear of it too. A listener that failed may have kept what it should not.
  private static void safely(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      LOG.error("A listener failed on a change", e);
    }
  }
}
