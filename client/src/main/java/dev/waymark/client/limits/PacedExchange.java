package dev.waymark.client.limits;

import dev.waymark.client.limits.RateWindow.Slot;
import dev.waymark.client.retry.RetryAfter;
import dev.waymark.client.retry.Time;
import dev.waymark.client.transport.Answer;
import dev.waymark.client.transport.Exchange;
import dev.waymark.client.transport.Faults;
import dev.waymark.client.transport.InterruptedBeforeSending;
import dev.waymark.client.transport.NotInTime;
import dev.waymark.errors.ErrorCode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Holds each attempt back until the key's rate limit has room for it, and all of them after a
 * {@code RATE_LIMIT} until the moment that it names. What is sent without a key is not held back.
 */
public final class PacedExchange implements Exchange {

  private static final int TOO_MANY = 429;

  /** The contract names no longer wait; whoever does shall not stop the client for days. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

  private final Exchange next;
  private final Time time;
  private final RateGate gate;

  public PacedExchange(Exchange next, Time time) {
    this.next = next;
    this.time = time;
    this.gate = new RateGate(time);
  }

  /**
   * @throws NotInTime when there is no room within the limit
   * @throws InterruptedBeforeSending when interrupted while there is none
   */
  @Override
  public Answer<byte[]> send(HttpRequest request, Duration limit)
      throws IOException, InterruptedException {
    if (request.headers().firstValue("Authorization").isEmpty()) {
      return next.send(request, limit);
    }
    Duration begin = time.elapsed();
    Slot slot = enter(limit);
    BiConsumer<RateWindow, Duration> outcome = RateWindow::unanswered;
    try {
      Answer<byte[]> answer = next.send(request, limit.minus(time.elapsed().minus(begin)));
      outcome = (window, now) -> answered(window, slot, now, answer);
      return answer;
    } catch (IOException failure) {
      if (!Faults.mayHaveArrived(failure)) {
        outcome = (window, now) -> window.notSent();
      }
      throw failure;
    } finally {
      gate.leave(outcome);
    }
  }

  private Slot enter(Duration limit) throws NotInTime, InterruptedBeforeSending {
    try {
      return gate.enter(limit);
    } catch (InterruptedException interrupt) {
      throw new InterruptedBeforeSending(interrupt);
    }
  }

  private void answered(RateWindow window, Slot slot, Duration now, Answer<byte[]> answer) {
    Optional<ErrorCode> code = answer.header("X-Error-Code").flatMap(ErrorCode::byName);
    boolean counts = answer.isSuccess() || code.map(ErrorCode::counts).orElse(true);
    Limits.of(answer.headers())
        .rate()
        .ifPresentOrElse(
            rate -> window.answered(slot, now, counts, rate),
            () -> window.answered(now, counts, answer.isSuccess()));
    // Others than Waymark's, such as a proxy's, mean all calls too.
    if (answer.status() == TOO_MANY && code.map(ErrorCode.RATE_LIMIT::equals).orElse(true)) {
      RetryAfter.of(answer.headers(), time.now())
          .map(wait -> wait.compareTo(LONGEST_SILENCE) < 0 ? wait : LONGEST_SILENCE)
          .ifPresent(wait -> window.closeUntil(now.plus(wait)));
    }
  }
}
