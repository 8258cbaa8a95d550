package dev.waymark.conformance.provoke;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.targets.Profile;
import dev.waymark.conformance.wire.Request;
import java.util.stream.Stream;

/** Requests that are wrong in themselves. */
final class Wrong {
  private static final int MOST_BODY_BYTES = 65_536;
  private static final int LONGER_THAN_ANY_HEADER_OF_OURS = 2000;

  private Wrong() {}

  static Serving withoutKey(Kitchen kitchen) {
    return kitchen.byStranger(kitchen.good());
  }

  static Serving unknownKey(Kitchen kitchen) {
    return kitchen.byStranger(
        kitchen.good().with("Authorization", "Bearer wm_live_" + "x".repeat(43)));
  }

  static Serving lowCeiling(Kitchen kitchen) {
    return kitchen.usual(kitchen.good().with("X-Max-Credits", "0"));
  }

  static Serving restrictedModel(Kitchen kitchen) {
    Profile.Model model = kitchen.bench().target().profile().model();
    return kitchen.usual(
        kitchen.operation().takesBody()
            ? kitchen.good().withBody(start(model.restricted()))
            : Request.get("/api/v1/models/" + model.restricted()));
  }

  static Serving unknownModel(Kitchen kitchen) {
    return kitchen.usual(kitchen.good().withBody(start("no-such-model")));
  }

  private static String start(String model) {
    return "{\"model\":\"%s\",\"prompt\":\"a conformance picture\"}".formatted(model);
  }

  static Serving doubledPrefix(Kitchen kitchen) {
    Request good = kitchen.good();
    return kitchen.usual(good.withTarget("/api/v1" + good.target()));
  }

  /** No path of the contract has it. */
  static Serving otherMethod(Kitchen kitchen) {
    return kitchen.usual(kitchen.good().withMethod("PUT"));
  }

  static Serving unacceptable(Kitchen kitchen) {
    return kitchen.usual(kitchen.good().with("Accept", "text/csv"));
  }

  static Serving large(Kitchen kitchen) {
    return kitchen.usual(kitchen.good().withBody("x".repeat(MOST_BODY_BYTES + 1)));
  }

  static Serving plainText(Kitchen kitchen) {
    return kitchen.usual(
        kitchen
            .good()
            .without("Content-Type")
            .with("Content-Type", "text/plain")
            .withBody("hello"));
  }

  static Serving parameters(Kitchen kitchen) {
    Request good = kitchen.good();
    return kitchen.usual(
        kitchen.operation().takesBody()
            ? good.withBody("{}")
            : good.withTarget(good.target() + "?no_such=1"));
  }

  static Serving unknownName(Kitchen kitchen) {
    String target = kitchen.operation().path().replaceFirst("\\{[^}]+}", "NO_SUCH_THING");
    return kitchen.usual(kitchen.good().withTarget(target));
  }

  static Serving range(Kitchen kitchen) {
    return kitchen.usual(kitchen.good().with("Range", "bytes=99999999-"));
  }

  static Recipe unreadable(Operation operation) {
    if (operation.takesBody()) {
      return new Recipe(
          Means.INPUT,
          "half a JSON object",
          kitchen -> kitchen.usual(kitchen.good().withBody("{\"model\":")));
    }
    if (operation.takes("cursor")) {
      return new Recipe(
          Means.INPUT,
          "a cursor that is none",
          kitchen -> kitchen.usual(kitchen.good().withTarget(operation.path() + "?cursor=%21")));
    }
    return Stream.of("Prefer", "Range", "If-None-Match")
        .filter(operation::takes)
        .findFirst()
        .map(header -> new Recipe(Means.INPUT, header + " is too long", longHeader(header)))
        // Where nothing of an operation's own can be unreadable, HTTP itself still can.
        .orElse(
            new Recipe(
                Means.RAW,
                "a header with a blank in its name",
                kitchen ->
                    kitchen.raw(kitchen.good(), "Bad Name: x\r\nContent-Length: 0\r\n\r\n")));
  }

  private static Recipe.Cooking longHeader(String name) {
    return kitchen ->
        kitchen.usual(kitchen.good().with(name, "x".repeat(LONGER_THAN_ANY_HEADER_OF_OURS)));
  }
}
