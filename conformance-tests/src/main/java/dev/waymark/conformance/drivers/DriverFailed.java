package dev.waymark.conformance.drivers;

import java.time.Duration;

/** A client's program did not keep to the protocol. */
public final class DriverFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

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

  public Manner manner() {
    return manner;
  }
}
