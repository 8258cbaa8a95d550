package dev.waymark.server.time;

import java.time.Duration;

/** The only way to let time pass. Returns after at least that long; an interrupt ends it early. */
@FunctionalInterface
public interface Pause {
  void sleep(Duration duration) throws InterruptedException;
}
