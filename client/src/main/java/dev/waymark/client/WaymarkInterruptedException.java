package dev.waymark.client;

import dev.waymark.client.retry.Attempts;
import java.util.Optional;

/**
 * The thread was interrupted while it waited; its interrupt flag is set again. What the server was
 * asked may go on.
 */
public final class WaymarkInterruptedException extends WaymarkException {

  private static final long serialVersionUID = 1L;
  private static final String NEXT =
      "What was asked may go on: look it up, or call again with the same Idempotency-Key.";

  private final transient Optional<String> idempotencyKey;

  private WaymarkInterruptedException(
      Throwable cause, Attempts attempts, Optional<String> idempotencyKey) {
    super(
        "Interrupted while waiting for the server. "
            + NEXT
            + idempotencyKey.map(key -> " It was " + key + ".").orElse(""),
        attempts,
        cause);
    this.idempotencyKey = idempotencyKey;
  }

  static WaymarkInterruptedException restoring(Throwable interrupt) {
    return restoring(interrupt, ONE, Optional.empty());
  }

  static WaymarkInterruptedException restoring(
      Throwable interrupt, Attempts attempts, Optional<String> idempotencyKey) {
    Thread.currentThread().interrupt();
    return new WaymarkInterruptedException(interrupt, attempts, idempotencyKey);
  }

  @Override
  public String code() {
    return "INTERRUPTED";
  }

  @Override
  public String next() {
    return NEXT;
  }

  @Override
  public Optional<String> idempotencyKey() {
    return idempotencyKey;
  }
}
