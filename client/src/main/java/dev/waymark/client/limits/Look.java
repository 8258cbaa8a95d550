package dev.waymark.client.limits;

import java.io.IOException;
import java.time.Duration;

/** Looks at one generation and comes back when it is finished, or after a while. */
@FunctionalInterface
interface Look {

  /** Whether the server has said where it stands. */
  boolean at(String id, Duration left) throws IOException, InterruptedException;
}
