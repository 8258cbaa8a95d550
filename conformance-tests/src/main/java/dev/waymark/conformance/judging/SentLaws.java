package dev.waymark.conformance.judging;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.faults.Arrival;
import dev.waymark.conformance.faults.Call;
import dev.waymark.conformance.faults.Reply;
import dev.waymark.conformance.faults.Silence;
import dev.waymark.conformance.faults.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether a call was sent again where it may and ought to be, and was the same each time. */
final class SentLaws {
  private final Operation operation;
  private final Heard heard;
  private final List<Arrival> arrivals;
  private final List<Look> looks = new ArrayList<>();

  private SentLaws(Operation operation, Heard heard) {
    this.operation = operation;
    this.heard = heard;
    this.arrivals = heard.arrivals();
  }

  static List<Look> looks(Operation operation, Heard heard) {
    return new SentLaws(operation, heard).looks();
  }

  private List<Look> looks() {
    for (int index = 0; index < arrivals.size(); index++) {
      attempt(arrivals.get(index), index == arrivals.size() - 1);
    }
    if (!arrivals.isEmpty()) {
      most();
    }
    same();
    return looks;
  }

  private void most() {
    int most = heard.order().attempts();
    looks.add(
        Look.of(
            "SEND-04",
            arrivals.size() <= most,
            "sent %d times of %d".formatted(arrivals.size(), most),
            "sent %d times, though told to send it %d times at most"
                .formatted(arrivals.size(), most)));
  }

  private void attempt(Arrival arrival, boolean isLast) {
    String met = arrival.met().shown();
    if (arrival.succeeded()) {
      looks.add(
          Look.of("SEND-01", isLast, "not sent again after " + met, "sent again after " + met));
      return;
    }
    Advice advice = Advice.of(operation, arrival, heard.isGuarded(arrival));
    boolean mayBeDone = mayHaveBeenCarriedOut(arrival);
    boolean couldBeTwice = mayBeDone && !heard.isGuarded(arrival);
    if (advice.again() == Advice.Again.FORBIDDEN) {
      looks.add(
          Look.of(
              couldBeTwice ? "SEND-08" : "SEND-01",
              isLast,
              "not sent again after " + met,
              "sent again after %s, though %s".formatted(met, advice.why())));
      return;
    }
    if (mayBeDone) {
      looks.add(Look.kept("SEND-08", "an Idempotency-Key guards it"));
    }
    looks.add(Look.kept("SEND-01", "%s after %s".formatted(isLast ? "ended" : "again", met)));
    if (!isLast) {
      rule(advice).ifPresent(rule -> looks.add(Look.kept(rule, "sent again after " + met)));
    } else if (arrivals.size() == 1 && itWouldHaveHelped(arrival, advice)) {
      String text = "never sent again after %s, though %s".formatted(met, advice.why());
      rule(advice)
          .ifPresent(rule ->
              looks.add(
                  advice.again() == Advice.Again.PROMISED
                      ? Look.broken(rule, text)
                      : Look.poor(rule, text)));
    }
  }

  /** Which says that it is to be sent again. */
  private static Optional<String> rule(Advice advice) {
    return switch (advice.again()) {
      case PROMISED, HOPED -> Optional.of("SEND-03");
      case ALLOWED -> Optional.of("SEND-12");
      case FREE, FORBIDDEN -> Optional.empty();
    };
  }

  /** In time for a wait that is doubled by chance, and for the attempt itself. */
  private boolean itWouldHaveHelped(Arrival arrival, Advice advice) {
    Duration needed = advice.pause().orElse(Duration.ofSeconds(1)).multipliedBy(2).plusSeconds(1);
    Duration gone = Duration.between(heard.began(), arrival.ended());
    return !isSlowOrWhole(arrival.met())
        && heard.order().stopAfter().isEmpty()
        && heard.order().attempts() > 1
        && gone.plus(needed).compareTo(heard.order().deadline()) < 0;
  }

  /** What takes all the time, or is a whole success of somebody else. */
  private static boolean isSlowOrWhole(Step met) {
    return met == Silence.NOTHING_COMES
        || (met instanceof Reply reply && reply.succeeds() && reply.manner() != Reply.Manner.CUT);
  }

  private boolean mayHaveBeenCarriedOut(Arrival arrival) {
    return operation.takesIdempotencyKey()
        && (!(arrival.met() instanceof Reply reply)
            || reply.succeeds()
            || (reply.status() >= 500 && !Said.by(reply).code().equals("OVERLOADED")));
  }

  private void same() {
    List<Call> read = arrivals.stream().map(Arrival::call).filter(Call::isRead).toList();
    if (read.size() < 2) {
      return;
    }
    Call first = read.getFirst();
    Optional<Call> other = read.stream().filter(call -> !isSame(first, call)).findFirst();
    looks.add(
        Look.of(
            "SEND-06",
            other.isEmpty(),
            "the same each time",
            other.map(call -> "another attempt differs in " + difference(first, call)).orElse("")));
  }

  private static boolean isSame(Call one, Call other) {
    return difference(one, other).isEmpty();
  }

  private static String difference(Call one, Call other) {
    if (!one.method().equals(other.method()) || !one.target().equals(other.target())) {
      return "its method or target";
    }
    if (!one.body().equals(other.body())) {
      return "its body";
    }
    return List.of("Idempotency-Key", "Authorization", "Content-Type", "Accept").stream()
        .filter(name -> !Objects.equals(one.header(name), other.header(name)))
        .findFirst()
        .map(name -> "its header " + name)
        .orElse("");
  }
}
