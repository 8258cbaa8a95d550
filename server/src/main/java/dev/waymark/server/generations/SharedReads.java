package dev.waymark.server.generations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers that read at the same time share a query.
 *
 * <p>A caller sees what was committed before it asked: a query answers only those who asked before
 * it was sent. Alone, a caller reads at once. While a query runs, whoever comes waits, and the next
 * one reads for all of them, up to {@value #MOST}; each is run by one of those whom it is for. A
 * query that fails, fails for all that share it, as each of theirs would have.
 */
final class SharedReads<K, V> {
  private static final int MOST = 256;

  private final Function<List<K>, Map<K, V>> query;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Ask<K, V>> waiting = new ArrayDeque<>();
  private boolean reading;

  /** The query finds what there is under these keys; a key can be there more than once. */
  SharedReads(Function<List<K>, Map<K, V>> query) {
    this.query = query;
  }

  /** An interrupt does not end the wait, which is no longer than two queries. */
  Optional<V> find(K key) {
    Ask<K, V> ask = new Ask<>(key);
    List<Ask<K, V>> toRead = enter(ask);
    if (toRead.isEmpty()) {
      toRead = ask.turn.join();
    }
    if (!toRead.isEmpty()) {
      read(toRead);
    }
    return ask.answer();
  }

  /** How many wait for the next query. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** One caller's question. Its turn is to read for these, or, with none, that it was answered. */
  private static final class Ask<K, V> {
    private final K key;
    private final CompletableFuture<List<Ask<K, V>>> turn = new CompletableFuture<>();
    private @Nullable V found;
    private @Nullable Throwable failure;

    Ask(K key) {
      this.key = key;
    }

    Optional<V> answer() {
      return switch (failure) {
        case null -> Optional.ofNullable(found);
        case RuntimeException refused -> throw refused;
        case Error error -> throw error;
        case Throwable other -> throw new IllegalStateException(other);
      };
    }
  }

  private List<Ask<K, V>> enter(Ask<K, V> ask) {
    lock.lock();
    try {
      waiting.add(ask);
      if (reading) {
        return List.of();
      }
      reading = true;
      return next();
    } finally {
      lock.unlock();
    }
  }

  private void read(List<Ask<K, V>> asks) {
    try {
      Map<K, V> found = query.apply(asks.stream().map(ask -> ask.key).toList());
      asks.forEach(ask -> ask.found = found.get(ask.key));
    } catch (RuntimeException | Error e) {
      asks.forEach(ask -> ask.failure = e);
    }
    leave();
    asks.forEach(ask -> ask.turn.complete(List.of()));
  }

  // The first of those who wait reads for all of them.
  private void leave() {
    List<Ask<K, V>> asks;
    lock.lock();
    try {
      asks = next();
      reading = !asks.isEmpty();
    } finally {
      lock.unlock();
    }
    if (!asks.isEmpty()) {
      asks.getFirst().turn.complete(asks);
    }
  }

  private List<Ask<K, V>> next() {
    List<Ask<K, V>> asks = new ArrayList<>();
    while (asks.size() < MOST && !waiting.isEmpty()) {
      asks.add(waiting.remove());
    }
    return asks;
  }
}
