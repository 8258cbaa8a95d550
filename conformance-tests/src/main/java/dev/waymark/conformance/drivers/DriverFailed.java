package dev.waymark.conformance.drivers;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A client's program did not keep to the protocol. */
public final class DriverFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int MOST = 4;

  private final Manner manner;

  /** In which way. */
  public enum Manner {
    /** It could not be started, or ended before it said that it was ready. Nothing is tested. */
    NOT_STARTED,
    /** It ended, or closed its output, while it was asked. */
    DIED,
    /** It wrote what is no line of the protocol. */
    RUBBISH,
    /** It said nothing within the deadline of the call. */
    SILENT
  }

  public DriverFailed(Manner manner, String how) {
    super(how);
    this.manner = manner;
  }

  /** That nothing was heard of an order, though it had this long. */
  static DriverFailed silent(Order order, Duration waited, String lastWords) {
    return new DriverFailed(
        Manner.SILENT,
        "it said nothing of %s within %.1f s, its deadline was %.1f s%s"
            .formatted(
                order,
                waited.toMillis() / 1000.0,
                order.deadline().toMillis() / 1000.0,
                lastWords));
  }

  /** The same of a program that had never been ready. */
  DriverFailed beforeItWasReady() {
    return new DriverFailed(
        Manner.NOT_STARTED,
        manner == Manner.RUBBISH
            ? "before it said that it is ready, " + getMessage()
            : "it did not say that it is ready: " + getMessage());
  }

  /** The same with the orders that were open, any of which may have brought it about. */
  DriverFailed of(List<String> open) {
    if (open.size() < 2) {
      return this;
    }
    String some = open.stream().limit(MOST).collect(Collectors.joining(", "));
    return new DriverFailed(
        manner,
        "%s; open were %s%s: with \"at_once\": 1 it is seen which of them it was"
            .formatted(
                getMessage(),
                some,
                open.size() > MOST ? " and %d more".formatted(open.size() - MOST) : ""));
  }

  public Manner manner() {
    return manner;
  }
}
