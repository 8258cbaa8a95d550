package dev.waymark.server.idempotency;

import dev.waymark.errors.Errors;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The idempotency keys that calls of this node are using now. A call on another node that uses the
 * same key waits for the lock of the account and then finds what the first has made.
 */
@Singleton
public final class Claims {
  private static final Duration IN_PROGRESS_PAUSE = Duration.ofSeconds(1);

  private final Set<String> scopes = ConcurrentHashMap.newKeySet();

  Claims() {}

  /** Ends with {@link #close}, once. */
  public interface Claim extends AutoCloseable {
    @Override
    void close();
  }

  /** Takes the key until it is closed, or throws {@code IDEMPOTENCY_IN_PROGRESS}. */
  public Claim take(IdempotentCall call) {
    String scope = call.scope();
    if (!scopes.add(scope)) {
      throw Errors.idempotencyInProgress(IN_PROGRESS_PAUSE);
    }
    return () -> scopes.remove(scope);
  }
}
