package dev.waymark.conformance.drivers;

import java.time.Duration;

/**
 * How long a program may say nothing.
 *
 * @param withTheStart until it says that it is ready: a virtual machine that compiles its program
 *     first takes seconds on a busy machine
 * @param beyondTheDeadline of a call: what is late is judged, what never comes must not stop the
 *     run
 */
public record Patience(Duration withTheStart, Duration beyondTheDeadline) {
  public static final Patience USUAL = new Patience(Duration.ofSeconds(60), Duration.ofSeconds(5));
}
