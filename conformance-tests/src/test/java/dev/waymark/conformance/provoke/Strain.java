package dev.waymark.conformance.provoke;

import static dev.waymark.conformance.subject.Faults.CLOCK_BROKEN;
import static dev.waymark.conformance.subject.Faults.DATABASE_LOST;
import static dev.waymark.conformance.subject.Faults.HEADER;
import static dev.waymark.conformance.subject.Faults.STORE_BROKEN;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.HeldConnection;
import dev.waymark.conformance.wire.Request;
import java.util.Map;
import java.util.Set;

/** More than the server can take, or less than it needs. */
final class Strain {
  private static final int CALLS_ON_TINY = 4;
  private static final int CALLS_FROM_AN_ADDRESS = 240;
  private static final Map<String, Object> IMPATIENT =
      Map.of("waymark.limits.request-timeout", "1s", "waymark.workers.threads", 1);
  private static final Map<String, Object> NARROW =
      Map.of("waymark.limits.max-connections", 1, "waymark.workers.threads", 1);

  private static final Map<String, Object> CROWDED =
      Map.of("waymark.generations.max-queued", 1, "waymark.workers.threads", 0);

  /** What is answered from memory alone. */
  private static final Set<String> IN_MEMORY =
      Set.of("listErrors", "getError", "listErrorPages", "getErrorPage");

  private Strain() {}

  static boolean asksTheDatabase(Operation operation) {
    return !IN_MEMORY.contains(operation.id());
  }

  static Exchange calls(Kitchen kitchen) {
    Kitchen small = kitchen.small();
    Request good = small.good();
    boolean secured = kitchen.operation().isSecured();
    Request filling = secured ? Request.get("/api/v1/account") : good;
    for (int call = 0; call < (secured ? CALLS_ON_TINY : CALLS_FROM_AN_ADDRESS); call++) {
      if (small.send(filling).status() == 429) {
        break;
      }
    }
    return small.send(good);
  }

  static Exchange generations(Kitchen kitchen) {
    Kitchen small = kitchen.small();
    small.tenant().startHeld();
    return small.send(small.good());
  }

  static Exchange connections(Kitchen kitchen) {
    Subject narrow = kitchen.subject().annex(NARROW);
    try (HeldConnection held = HeldConnection.to(narrow.wire().server())) {
      held.hold();
      return kitchen.at(narrow).send(kitchen.good());
    }
  }

  /** Nobody works on the one that waits. */
  static Exchange fullQueue(Kitchen kitchen) {
    Kitchen crowded = kitchen.at(kitchen.subject().annex(CROWDED));
    crowded.subject().tenant().send(Generate.studio("waits for ever"));
    return crowded.send(Generate.studio("too much"));
  }

  static Exchange halfABody(Kitchen kitchen) {
    Kitchen impatient = kitchen.at(kitchen.subject().annex(IMPATIENT));
    return impatient.sendRaw(impatient.good(), "Content-Length: 100\r\n\r\n{\"model\":");
  }

  static Exchange brokenStore(Kitchen kitchen) {
    return kitchen.operation().id().equals("startGeneration")
        ? kitchen.send(Generate.poison("a picture"))
        : struck(kitchen, STORE_BROKEN);
  }

  static Exchange brokenClock(Kitchen kitchen) {
    return kitchen.send(kitchen.good().with(HEADER, CLOCK_BROKEN + " 0"));
  }

  static Exchange lostDatabase(Kitchen kitchen) {
    return struck(kitchen, DATABASE_LOST);
  }

  /**
   * With a key that no server has met, so that it has to ask for it: strikes as late as the
   * operation's own work, and if that asks for nothing, when the key is looked up.
   */
  private static Exchange struck(Kitchen kitchen, String fault) {
    Request good = kitchen.good();
    Exchange late = kitchen.withFreshKey().send(good.with(HEADER, fault + " 1"));
    return late.status() >= 500
        ? late
        : kitchen.withFreshKey().send(good.with(HEADER, fault + " 0"));
  }
}
