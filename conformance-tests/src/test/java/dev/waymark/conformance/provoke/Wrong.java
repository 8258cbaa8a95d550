package dev.waymark.conformance.provoke;

import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.function.Function;

/** Requests that are wrong in themselves. */
final class Wrong {
  private static final int MOST_BODY_BYTES = 65_536;
  private static final int LONGER_THAN_ANY_HEADER_OF_OURS = 2000;

  private Wrong() {}

  static Exchange withoutKey(Kitchen kitchen) {
    return kitchen.sendWithoutKey(kitchen.good());
  }

  static Exchange unknownKey(Kitchen kitchen) {
    return kitchen.send(kitchen.good().with("Authorization", "Bearer wm_live_" + "x".repeat(43)));
  }

  static Exchange lowCeiling(Kitchen kitchen) {
    return kitchen.send(kitchen.good().with("X-Max-Credits", "1"));
  }

  static Exchange restrictedModel(Kitchen kitchen) {
    return kitchen.operation().id().equals("getModel")
        ? kitchen.send(Request.get("/api/v1/models/atlas-studio-1"))
        : kitchen.send(kitchen.good().withBody("{\"model\":\"atlas-studio-1\",\"prompt\":\"x\"}"));
  }

  static Exchange unknownModel(Kitchen kitchen) {
    return kitchen.send(kitchen.good().withBody("{\"model\":\"no-such\",\"prompt\":\"x\"}"));
  }

  static Exchange doubledPrefix(Kitchen kitchen) {
    Request good = kitchen.good();
    return kitchen.send(good.withTarget("/api/v1" + good.target()));
  }

  static Exchange otherMethod(Kitchen kitchen) {
    return kitchen.send(kitchen.good().withMethod("PUT"));
  }

  static Exchange unacceptable(Kitchen kitchen) {
    return kitchen.send(kitchen.good().with("Accept", "text/csv"));
  }

  static Exchange large(Kitchen kitchen) {
    return kitchen.send(kitchen.good().withBody("x".repeat(MOST_BODY_BYTES + 1)));
  }

  static Exchange plainText(Kitchen kitchen) {
    return kitchen.send(
        kitchen
            .good()
            .without("Content-Type")
            .with("Content-Type", "text/plain")
            .withBody("hello"));
  }

  static Exchange parameters(Kitchen kitchen) {
    Request good = kitchen.good();
    return kitchen.operation().takesBody()
        ? kitchen.send(good.withBody("{}"))
        : kitchen.send(good.withTarget(good.target() + "?no_such=1"));
  }

  static Exchange unknownName(Kitchen kitchen) {
    String target = kitchen.operation().path().replaceFirst("\\{[^}]+}", "NO_SUCH_THING");
    return kitchen.send(kitchen.good().withTarget(target));
  }

  static Exchange range(Kitchen kitchen) {
    return kitchen.send(kitchen.good().with("Range", "bytes=99999999-"));
  }

  static Exchange halfAnObject(Kitchen kitchen) {
    return kitchen.send(kitchen.good().withBody("{\"model\":"));
  }

  static Exchange cursor(Kitchen kitchen) {
    return kitchen.send(kitchen.good().withTarget(kitchen.operation().path() + "?cursor=%21"));
  }

  static Function<Kitchen, Exchange> longHeader(String name) {
    return kitchen ->
        kitchen.send(kitchen.good().with(name, "x".repeat(LONGER_THAN_ANY_HEADER_OF_OURS)));
  }

  static Exchange headerName(Kitchen kitchen) {
    return kitchen.sendRaw(kitchen.good(), "Bad Name: x\r\nContent-Length: 0\r\n\r\n");
  }
}
