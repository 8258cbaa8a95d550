package dev.waymark.client.script;

import dev.waymark.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.Optional;

/** What an attempt that did not succeed means for the next one. */
record Case(Optional<Told> told, boolean mayHaveArrived, boolean mayPass) {

  /** Where nobody names a wait to a caller that calls too often. */
  private static final Duration TOO_MANY = Duration.ofSeconds(5);

  static Case of(Arrival arrival, Play play) {
    Arrival.End end = arrival.end().orElseThrow();
    if (end instanceof Arrival.End.Nothing nothing) {
      return new Case(Optional.empty(), nothing.mayHaveArrived(), nothing.mayPass());
    }
    Told told = new Told((Arrival.End.Answered) end, play.epoch().plus(arrival.ended()));
    return new Case(Optional.of(told), told.leavesOpen(), told.mayHelp());
  }

  boolean mayHelp() {
    return mayPass;
  }

  boolean outage() {
    return told.map(Told::outage).orElse(true);
  }

  /** Whether it is open if the call was carried out. */
  boolean open(boolean before) {
    return (before || mayHaveArrived) && !told.map(Told::settles).orElse(false);
  }

  /** Asked for by the server, not by the policy itself. */
  boolean tooLong(RetryPolicy policy, int attempt) {
    return told.filter(
            said -> {
              Duration named = said.named().orElse(Duration.ZERO);
              Duration step =
                  said.grows() ? said.step(attempt).orElse(Duration.ZERO) : Duration.ZERO;
              return Waits.larger(named, step).compareTo(policy.longestWait()) > 0;
            })
        .isPresent();
  }

  Duration floor(RetryPolicy policy, int attempt) {
    Duration own = own(policy, attempt);
    if (told.isEmpty()) {
      return own;
    }
    Told said = told.get();
    if (said.grows()) {
      return Waits.larger(said.step(attempt).orElse(own), said.named().orElse(Duration.ZERO));
    }
    return said.named().orElse(said.status() == 429 ? TOO_MANY : own);
  }

  /** Upwards only, at most as long again, and no longer than the policy's own pause. */
  Duration spread(RetryPolicy policy, int attempt) {
    return Waits.smaller(floor(policy, attempt), own(policy, attempt));
  }

  private static Duration own(RetryPolicy policy, int attempt) {
    return Waits.doubled(policy.firstPause(), policy.longestPause(), attempt);
  }
}
