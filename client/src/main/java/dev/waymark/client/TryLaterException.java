package dev.waymark.client;

import dev.waymark.client.retry.Attempts;
import java.time.Instant;
import java.util.Optional;

/**
 * The same request may succeed later; the client has tried as long as its policy allows, see {@link
 * #attempts()}.
 */
public final class TryLaterException extends RefusedException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<Instant> resetsAt;

  TryLaterException(RefusedAnswer answer, Attempts attempts, Instant now) {
    super(answer, attempts, null);
    this.resetsAt = answer.refusal().namedWait().map(now::plus);
  }

  /**
   * When it is worth trying again, by this machine's clock; empty when the server named no time.
   */
  public Optional<Instant> resetsAt() {
    return resetsAt;
  }
}
