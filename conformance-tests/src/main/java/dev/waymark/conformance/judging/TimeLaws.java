package dev.waymark.conformance.judging;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.drivers.Told;
import dev.waymark.conformance.faults.Arrival;
import dev.waymark.conformance.faults.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether attempts come when they may, and calls end when they must. */
final class TimeLaws {
  private final Operation operation;
  private final Heard heard;
  private final Pace pace;
  private final List<Look> looks = new ArrayList<>();

  private TimeLaws(Operation operation, Heard heard, Pace pace) {
    this.operation = operation;
    this.heard = heard;
    this.pace = pace;
  }

  static List<Look> looks(Operation operation, Heard heard, Pace pace) {
    return new TimeLaws(operation, heard, pace).looks();
  }

  private List<Look> looks() {
    List<Arrival> arrivals = heard.arrivals();
    for (int next = 1; next < arrivals.size(); next++) {
      wait(arrivals.get(next - 1), arrivals.get(next), next);
    }
    if (!arrivals.isEmpty()) {
      last(arrivals.getLast());
    }
    deadline();
    heard.order().stopAfter().ifPresent(this::stop);
    return looks;
  }

  private void wait(Arrival before, Arrival after, int attempts) {
    Advice advice = Advice.of(operation, before, heard.isGuarded(before));
    if (advice.again() == Advice.Again.FORBIDDEN || before.succeeded()) {
      return;
    }
    Duration gap = Duration.between(before.ended(), after.at());
    Duration floor = advice.floor(attempts, Said.retry(before.met()));
    String told = "after %s it came back in %s".formatted(before.met().shown(), seconds(gap));
    advice
        .pause()
        .ifPresent(wait -> {
          boolean isLate = gap.compareTo(wait.minus(pace.early())) >= 0;
          String named = told + ", and %s were named".formatted(seconds(wait));
          looks.add(
              !isLate && isWaitOfNoForm(before)
                  ? Look.poor("SEND-02", named + ", though by no whole number")
                  : Look.of("SEND-02", isLate, told, named));
          Duration latest = floor.multipliedBy(2).plus(pace.late());
          looks.add(
              gap.compareTo(latest) <= 0
                  ? Look.kept("SEND-11", told)
                  : Look.poor("SEND-11", named));
        });
    if (advice.grows() && attempts > 1) {
      looks.add(
          gap.compareTo(floor.minus(pace.early())) >= 0
              ? Look.kept("SEND-13", told)
              : Look.poor(
                  "SEND-13",
                  "%s, and wait number %d should be %s".formatted(told, attempts, seconds(floor))));
    }
  }

  private static boolean isWaitOfNoForm(Arrival arrival) {
    return arrival.met() instanceof Reply reply && Said.by(reply).isWaitOfNoForm();
  }

  private void last(Arrival arrival) {
    Advice advice = Advice.of(operation, arrival, heard.isGuarded(arrival));
    if (!arrival.succeeded() && advice.pause().isPresent()) {
      looks.add(Look.kept("SEND-02", "not sent again after " + arrival.met().shown()));
    }
  }

  private void deadline() {
    Duration latest = heard.order().deadline().plus(pace.grace());
    boolean ended = heard.told().isPresent() && heard.took().compareTo(latest) <= 0;
    String otherwise =
        heard.told().isPresent()
            ? "ended after %s, and its deadline was %s"
                .formatted(seconds(heard.took()), seconds(heard.order().deadline()))
            : "it had not ended after %s, and its deadline was %s"
                .formatted(seconds(heard.took()), seconds(heard.order().deadline()));
    if (!ended || !heard.arrivals().isEmpty()) {
      looks.add(Look.of("SEND-05", ended, "ended in time", otherwise));
    }
    heard.arrivals().stream()
        .filter(arrival -> Duration.between(heard.began(), arrival.at()).compareTo(latest) > 0)
        .findFirst()
        .ifPresent(arrival ->
            looks.add(
                Look.broken(
                    "SEND-05",
                    "an attempt came %s after the call had begun, and its deadline was %s"
                        .formatted(
                            seconds(Duration.between(heard.began(), arrival.at())),
                            seconds(heard.order().deadline())))));
  }

  private void stop(Duration stopAfter) {
    if (heard.took().compareTo(stopAfter) < 0 || heard.arrivals().isEmpty()) {
      return; // It had ended by itself: nothing is known of what it would have done.
    }
    Duration latest = stopAfter.plus(pace.grace());
    boolean isSentAgain =
        heard.arrivals().stream()
            .anyMatch(one -> Duration.between(heard.began(), one.at()).compareTo(latest) > 0);
    boolean isStopped =
        heard
            .told()
            .filter(told -> told.outcome() == Told.Outcome.ERROR)
            .filter(told -> told.kind().equals(Told.STOPPED))
            .isPresent();
    boolean isLate = heard.took().compareTo(latest) > 0;
    String text =
        isSentAgain
            ? "it was sent again after it was told to stop"
            : isLate
                ? "it ended after %s, and was told to stop after %s"
                    .formatted(seconds(heard.took()), seconds(stopAfter))
                : "it does not tell an error of the kind \"stopped\"";
    looks.add(
        Look.of("SEND-09", isStopped && !isLate && !isSentAgain, "stopped as it was told", text));
  }

  private static String seconds(Duration duration) {
    return "%.3f s".formatted(duration.toNanos() / 1e9);
  }
}
