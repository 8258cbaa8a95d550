package dev.waymark.client;

import dev.waymark.client.limits.GenerationsInTurn;
import dev.waymark.client.limits.PacedExchange;
import dev.waymark.client.retry.Pauses;
import dev.waymark.client.retry.Time;
import dev.waymark.client.transport.Exchange;
import dev.waymark.generated.client.api.GenerationsApi;
import java.time.Duration;

/** What calls wait for before they are sent, and between two attempts. */
record Pace(Exchange exchange, Pauses pauses) {

  /** Short: whoever looks hears of nothing else meanwhile. */
  private static final String LOOK = "wait=5";

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  static Pace of(boolean on, Exchange network, Time time, RequestWriter writer) {
    if (!on) {
      return new Pace(network, Pauses.asleep(time));
    }
    GenerationsInTurn inTurn =
        new GenerationsInTurn(
            new PacedExchange(network, time),
            time,
            id -> writer.of(GenerationsApi.getGeneration(id, LOOK, null), PATIENCE));
    return new Pace(inTurn, inTurn.pauses());
  }
}
