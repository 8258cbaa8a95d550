package dev.waymark.conformance.judging;

import dev.waymark.conformance.drivers.Order;
import dev.waymark.conformance.drivers.Told;
import dev.waymark.conformance.faults.Arrival;
import dev.waymark.conformance.faults.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call: what was asked for, what arrived, and what the client says of it.
 *
 * @param told nothing where the client failed to say it
 * @param failure how it failed to
 * @param elsewhere what arrived at another server, which an answer led to
 */
public record Heard(
    Order order,
    Optional<Told> told,
    String failure,
    Instant began,
    Instant ended,
    List<Arrival> arrivals,
    List<Arrival> elsewhere) {
  public Heard {
    arrivals = List.copyOf(arrivals);
    elsewhere = List.copyOf(elsewhere);
  }

  /** In whole milliseconds, as orders are given. */
  Duration took() {
    return Duration.ofMillis(Duration.between(began, ended).toMillis());
  }

  boolean succeeded() {
    return told.filter(one -> one.outcome() == Told.Outcome.SUCCESS).isPresent();
  }

  boolean isUnsupported() {
    return told.filter(one -> one.outcome() == Told.Outcome.UNSUPPORTED).isPresent();
  }

  /** Whether it was sent with an Idempotency-Key; where it was not read, as the others were. */
  boolean isGuarded(Arrival arrival) {
    return arrival.call().isRead()
        ? arrival.call().idempotencyKey().isPresent()
        : arrivals.stream().anyMatch(other -> other.call().idempotencyKey().isPresent());
  }

  /** The answer of the last attempt, if it got one. */
  Optional<Reply> lastReply() {
    return arrivals.isEmpty() || !(arrivals.getLast().met() instanceof Reply reply)
        ? Optional.empty()
        : Optional.of(reply);
  }
}
