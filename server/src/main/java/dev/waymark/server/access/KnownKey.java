package dev.waymark.server.access;

import dev.waymark.errors.ApiError;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/**
 * A key that exists, and the caller behind it; a revoked or expired one is known too, and grants
 * nothing. Known from the first look at a request, long before {@link Caller#of} is: also on calls
 * of unknown routes, and of operations that take no key.
 *
 * @param refusal the 401 of a key that no longer holds
 */
public record KnownKey(Caller caller, Optional<ApiError> refusal) implements Identity {

  /** The key that a request carries; nothing if that is none of ours. */
  public static Optional<KnownKey> of(HttpRequest<?> request) {
    return Identities.known(request).filter(KnownKey.class::isInstance).map(KnownKey.class::cast);
  }

  /** Whether the key is valid: neither revoked nor expired. */
  public boolean holds() {
    return refusal.isEmpty();
  }
}
