package dev.waymark.server.wallet;

import java.time.Instant;
import java.util.Optional;

/**
 * What a key may spend in the running calendar month (UTC).
 *
 * @param limit nothing where it may spend whatever its account has
 * @param used what was spent or is held in this month
 * @param resetsAt when the next month begins
 */
public record Quota(Optional<Credits> limit, Credits used, Instant resetsAt) {
  /** Whether this much more would be too much. */
  public boolean isExceededBy(Credits more) {
    return limit.filter(most -> used.plus(more).compareTo(most) > 0).isPresent();
  }
}
