package dev.waymark.client;

import java.time.Duration;
import java.util.Optional;

/** One look at a generation. */
@FunctionalInterface
interface Poll {

  /** May take as long as {@code left}, or a second if that is longer. */
  Seen look(String id, Duration left);

  /** The generation, and when the server would like to be asked again. */
  record Seen(Generation generation, Optional<Duration> askAgainAfter) {}
}
