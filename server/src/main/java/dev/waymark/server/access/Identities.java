package dev.waymark.server.access;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Finds out who calls, once for each request.
 *
 * <p>Never fails: a failed look-up is part of the answer. What cannot be one of our keys is not
 * looked up.
 */
@Singleton
final class Identities {
  private static final String ATTRIBUTE = "waymark.identity";

  private final KeyStore keys;
  private final Clock clock;

  Identities(KeyStore keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** What has been found out so far, by whoever asked {@link #of} first. */
  static Optional<Identity> known(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Identity.class);
  }

  Identity of(HttpRequest<?> request) {
    return known(request)
        .orElseGet(() -> {
          Identity identity = of(request.getHeaders().getAll(HttpHeaders.AUTHORIZATION));
          request.setAttribute(ATTRIBUTE, identity);
          return identity;
        });
  }

  Identity of(List<String> authorization) {
    try {
      KeyText key = Authorization.key(authorization);
      return key.canBeOurs()
          ? keys.find(key)
              .<Identity>map(this::known)
              .orElseGet(() -> new Identity.UnknownKey(Optional.empty()))
          : new Identity.UnknownKey(KeyHint.of(key));
    } catch (ApiException refusal) {
      return new Identity.NoKey(refusal);
    } catch (RuntimeException failure) {
      return new Identity.Failed(failure);
    }
  }

  private KnownKey known(Caller caller) {
    return new KnownKey(caller, refusal(caller.key()));
  }

  private Optional<ApiError> refusal(ApiKey key) {
    return key.revokedAt()
        .map(at -> Errors.keyRevoked(at).error())
        .or(() ->
            key.expiresAt()
                .filter(at -> !clock.instant().isBefore(at))
                .map(at -> Errors.keyExpired(at).error()));
  }
}
