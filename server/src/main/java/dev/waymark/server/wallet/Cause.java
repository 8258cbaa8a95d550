package dev.waymark.server.wallet;

import dev.waymark.server.ids.KeyId;
import dev.waymark.server.ids.RequestId;
import java.util.Optional;

/**
 * Why credits moved, as the account can read it.
 *
 * @param request the call that did it
 * @param key the key that the generation was started with
 * @param note the operator's words
 */
public record Cause(Optional<RequestId> request, Optional<KeyId> key, Optional<String> note) {
  /** Time has passed, and nobody has called. */
  static final Cause CYCLE = new Cause(Optional.empty(), Optional.empty(), Optional.empty());

  /** A call that starts or ends a generation. */
  public static Cause of(RequestId request, Optional<KeyId> key) {
    return new Cause(Optional.of(request), key, Optional.empty());
  }
}
