package dev.waymark.conformance.filter;

import dev.waymark.conformance.wire.Request;

/**
 * Changes what passes between a caller and a server. It may remember; a run gets one of its own.
 * Called from many threads.
 */
public interface Filter {
  /** Changes nothing. */
  Filter NONE = new Filter() {};

  /** What the server is asked in the place of this. */
  default Request ask(Request asked, Behind behind) {
    return asked;
  }

  /**
   * What the caller is answered in the place of this; the same object to let the server's bytes
   * through as they are.
   *
   * @param asked what the caller sent, not what {@link #ask} made of it
   */
  default Answer answer(Request asked, Answer answer, Behind behind) {
    return answer;
  }
}
