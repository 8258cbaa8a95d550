package dev.waymark.conformance.faults;

import java.time.Duration;
import java.time.Instant;

/**
 * An attempt, and what it met.
 *
 * @param at when it had been read
 * @param ended when the last byte of its answer was about to leave; {@code at} while that is open
 * @param met as it went out
 */
public record Arrival(Call call, Instant at, Instant ended, Step met) {
  /** Whether it was answered with a whole answer below 300. */
  public boolean succeeded() {
    return met instanceof Reply reply
        && reply.succeeds()
        && reply.manner() != Reply.Manner.CUT
        && reply.body().strip().startsWith("{")
        && reply.body().strip().endsWith("}");
  }

  /** A line of a timeline. */
  public String shown(Instant zero) {
    String key = call.idempotencyKey().map(value -> " Idempotency-Key " + value).orElse("");
    return "%7.3f s  %s%s → %s"
        .formatted(Duration.between(zero, at).toNanos() / 1e9, call, key, met.shown());
  }
}
