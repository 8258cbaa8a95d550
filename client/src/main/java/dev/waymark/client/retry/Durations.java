package dev.waymark.client.retry;

import java.time.Duration;

/** What the JDK has for numbers and not for durations. */
public final class Durations {

  private Durations() {}

  public static Duration smaller(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
