package dev.waymark.client;

import dev.waymark.client.retry.Attempts;
import java.time.Instant;
import java.util.Optional;

/** The same request may succeed once something has happened, such as {@code credits_added}. */
public final class WaitForEventException extends RefusedException {

  private static final long serialVersionUID = 1L;

  WaitForEventException(RefusedAnswer answer, Attempts attempts) {
    super(answer, attempts, null);
  }

  /** What has to happen; the set is open. */
  public String event() {
    return retry()
        .flatMap(retry -> Optional.ofNullable(retry.event()))
        .or(() -> knownCode().flatMap(code -> Optional.ofNullable(code.event())))
        .orElse("");
  }

  /** When it happens by itself, where that is known. */
  public Optional<Instant> resetsAt() {
    return retry().flatMap(retry -> Optional.ofNullable(retry.resetsAt()));
  }
}
