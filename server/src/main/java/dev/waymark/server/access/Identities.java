package dev.waymark.server.access;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import dev.waymark.server.contract.Attached;
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
  private static final Attached<Identity> ATTACHED =
      new Attached<>("waymark.identity", Identity.class);

  private final CachedCallers callers;
  private final Clock clock;

  Identities(CachedCallers callers, Clock clock) {
    this.callers = callers;
    this.clock = clock;
  }

  /** What has been found out so far, by whoever asked {@link #of} first. */
  static Optional<Identity> known(HttpRequest<?> request) {
    return ATTACHED.of(request);
  }

  Identity of(HttpRequest<?> request) {
    return known(request)
        .orElseGet(() -> {
          Identity identity = of(request.getHeaders().getAll(HttpHeaders.AUTHORIZATION));
          ATTACHED.to(request, identity);
          return identity;
        });
  }

  Identity of(List<String> authorization) {
    try {
      KeyText key = Authorization.key(authorization);
      return key.canBeOurs()
          ? callers
              .find(key)
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
