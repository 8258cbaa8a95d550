package dev.waymark.conformance.filter;

import dev.waymark.conformance.wire.Request;

/** Hears of every exchange, as the caller saw it. Called from many threads. */
@FunctionalInterface
public interface Recorder {
  Recorder NONE = (_, _) -> {};

  void record(Request asked, Answer answered);
}
