package dev.waymark.server.access;

import dev.waymark.server.limits.AddressLimit;
import dev.waymark.server.limits.KeyLimit;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/**
 * Which window a call belongs to: that of its key, or that of its source address if it has no valid
 * key, or one whose plan has no calls of its own.
 */
@Singleton
final class CallerLimit {
  private final KeyLimit keys;
  private final AddressLimit addresses;

  CallerLimit(KeyLimit keys, AddressLimit addresses) {
    this.keys = keys;
    this.addresses = addresses;
  }

  /** Counts the call, or throws {@code RATE_LIMIT}. */
  void check(HttpRequest<?> request) {
    KnownKey.of(request)
        .filter(KnownKey::holds)
        .map(KnownKey::caller)
        .filter(caller -> caller.plan().api())
        .ifPresentOrElse(
            caller -> keys.check(request, caller.key().id(), caller.plan().callsPerMinute()),
            () -> addresses.check(request));
  }

  /** Has an error tell where the caller stands, and counts nothing. */
  void show(HttpRequest<?> request, Caller caller) {
    if (caller.plan().api()) {
      keys.show(request, caller.key().id(), caller.plan().callsPerMinute());
    } else {
      addresses.show(request);
    }
  }
}
