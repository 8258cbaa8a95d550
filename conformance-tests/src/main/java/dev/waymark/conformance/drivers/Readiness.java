package dev.waymark.conformance.drivers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.drivers.DriverFailed.Manner;
import java.util.concurrent.ExecutionException;

/** The first line of a program. */
final class Readiness {
  private Readiness() {}

  /** It did something else, or ended. */
  static DriverFailed broken(ExecutionException e) {
    return e.getCause() instanceof DriverFailed failed
        ? failed.beforeItWasReady()
        : new DriverFailed(Manner.NOT_STARTED, "it did not say that it is ready");
  }

  /** It said nothing in time. */
  static DriverFailed late(Patience patience, String lastWords) {
    return new DriverFailed(
        Manner.NOT_STARTED,
        "it did not say {\"ready\": …} within %d s%s"
            .formatted(patience.withTheStart().toSeconds(), lastWords));
  }

  /**
   * Holds it to the protocol.
   *
   * @throws DriverFailed if it says how many orders it takes, and it is no such number
   */
  static void require(JsonNode line) {
    JsonNode most = line.path("at_once");
    if (!most.isMissingNode() && (!most.isInt() || most.intValue() < 1)) {
      throw new DriverFailed(
          Manner.NOT_STARTED,
          "its at_once is %s; a whole number from 1 is wanted".formatted(Words.of(most)));
    }
  }
}
