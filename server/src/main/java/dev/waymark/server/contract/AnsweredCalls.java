package dev.waymark.server.contract;

/**
 * Whoever wants to know how calls end. Every bean of this type is told of every answer, once, right
 * before it is sent.
 */
public interface AnsweredCalls {
  /** Returns at once: the caller is waiting. A failure is logged and does not reach the caller. */
  void answered(AnsweredCall call);
}
