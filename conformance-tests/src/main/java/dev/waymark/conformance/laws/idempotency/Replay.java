package dev.waymark.conformance.laws.idempotency;

import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.wire.Exchange;
import java.util.Arrays;

/** What makes an answer the first one again. */
final class Replay {
  private Replay() {}

  /**
   * Nothing where it is.
   *
   * @throws Breach if it is not
   */
  static void judge(Exchange first, Exchange again) {
    judge("IDEM-01", first, again);
  }

  static void judge(String rule, Exchange first, Exchange again) {
    Breach.unless(
        again.status() == first.status(),
        rule,
        "the same call again gives " + Read.said(again),
        first,
        again);
    Breach.unless(
        Arrays.equals(first.body(), again.body()),
        rule,
        "the body of a replay is another one",
        first,
        again);
    same(rule, first, again, "Location", first.header("Location").orElse("absent"));
    same(rule, first, again, "Idempotent-Replayed", "true");
    same(
        rule, first, again, "X-Original-Request-Id", first.header("X-Request-Id").orElse("absent"));
    Breach.unless(
        !again.header("X-Request-Id").equals(first.header("X-Request-Id")),
        rule,
        "a replay has the request id of the first call",
        first,
        again);
  }

  private static void same(
      String rule, Exchange first, Exchange again, String header, String owed) {
    Breach.unlessSame(
        rule, header + " of a replay", owed, again.header(header).orElse("absent"), first, again);
  }
}
