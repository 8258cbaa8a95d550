package dev.waymark.server.access;

import dev.waymark.errors.ApiException;
import java.util.Optional;

/** What is known of who calls, before anything is decided about the call. */
sealed interface Identity permits KnownKey, Identity.UnknownKey, Identity.NoKey, Identity.Failed {

  /**
   * A key, and none like it exists.
   *
   * @param hint what is visibly wrong with it, if anything is
   */
  record UnknownKey(Optional<String> hint) implements Identity {}

  /**
   * No key to look up.
   *
   * @param refusal for operations that take one
   */
  record NoKey(ApiException refusal) implements Identity {}

  /**
   * The key could not be looked up. Only an operation that takes a key fails with this; others go
   * on as if there were none.
   */
  record Failed(RuntimeException failure) implements Identity {}
}
