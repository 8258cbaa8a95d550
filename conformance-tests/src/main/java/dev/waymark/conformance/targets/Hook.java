package dev.waymark.conformance.targets;

import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Sender;
import java.util.Optional;

/** Brings trouble on a server, sends one request into it, and takes the trouble away again. */
@FunctionalInterface
public interface Hook {
  /** Knows no way. */
  Hook NONE = (_, _, _) -> Optional.empty();

  /**
   * The answer to the request in this trouble; nothing where there is no way to bring it about.
   * When it returns the server is as before.
   *
   * @param request with the key of the case's account
   * @param sender sends it, once or as often as the case needs, and judges nothing
   */
  Optional<Exchange> send(Trouble trouble, Request request, Sender sender);
}
