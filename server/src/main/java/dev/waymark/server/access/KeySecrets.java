package dev.waymark.server.access;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Has answers encrypted for the API key that a request carries. */
@Singleton
public final class KeySecrets {
  private final SecureRandom random;

  KeySecrets(SecureRandom random) {
    this.random = random;
  }

  /** The secret of an authenticated request's key. */
  public KeySecret of(HttpRequest<?> request) {
    if (Caller.of(request).isEmpty()) {
      throw new IllegalStateException("this request has no caller");
    }
    return new KeySecret(
        Authorization.key(request.getHeaders().getAll(HttpHeaders.AUTHORIZATION)), random);
  }

  /**
   * The secret of the key that the current thread works for; only to be asked within an operation
   * that takes a key.
   */
  public KeySecret current() {
    return of(
        ServerRequestContext.currentRequest()
            .orElseThrow(() -> new IllegalStateException("no request is being handled here")));
  }
}
