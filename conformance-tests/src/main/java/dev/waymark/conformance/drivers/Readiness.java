package dev.waymark.conformance.drivers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.drivers.DriverFailed.Manner;

/** The first line of a program. */
final class Readiness {
  private Readiness() {}

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
