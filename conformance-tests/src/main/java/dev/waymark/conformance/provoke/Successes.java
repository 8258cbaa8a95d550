package dev.waymark.conformance.provoke;

import dev.waymark.conformance.obligations.Row;
import dev.waymark.conformance.suite.Unable;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.Optional;

/** Good requests, and the two ways to ask for less than all. */
final class Successes {
  private Successes() {}

  static Optional<Recipe> of(Row row) {
    return Optional.ofNullable(
        switch (row.status()) {
          case 200, 201, 202 -> new Recipe(Means.GOOD, "a good request", Successes::all);
          case 206 -> new Recipe(Means.GOOD, "Range: bytes=0-9", Successes::part);
          case 304 ->
              new Recipe(Means.GOOD, "If-None-Match with the ETag of before", Successes::known);
          default -> null;
        });
  }

  private static Serving all(Kitchen kitchen) {
    return dress -> {
      GoodRequests.Call call = new GoodRequests(kitchen.bench()).fresh(kitchen.operation());
      return call.caller()
          .map(caller -> kitchen.by(caller, call.request()))
          .orElseGet(() -> kitchen.byStranger(call.request()))
          .served(dress);
    };
  }

  private static Serving part(Kitchen kitchen) {
    return kitchen.usual(kitchen.good().with("Range", "bytes=0-9"));
  }

  private static Serving known(Kitchen kitchen) {
    Request good = kitchen.good();
    Exchange before = kitchen.usual(good).served(Dress.NONE);
    String tag = before.header("ETag").orElseThrow(() -> new Unable("there is no ETag"));
    return kitchen.usual(good.with("If-None-Match", tag));
  }
}
