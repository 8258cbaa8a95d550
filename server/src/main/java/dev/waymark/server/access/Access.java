package dev.waymark.server.access;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import dev.waymark.server.plans.Plan;
import dev.waymark.server.plans.Plans;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Decides who is let in: a key that exists, holds, and whose plan has the API. */
@Singleton
final class Access {
  private final KeyStore keys;
  private final Plans plans;
  private final Clock clock;

  Access(KeyStore keys, Plans plans, Clock clock) {
    this.keys = keys;
    this.plans = plans;
    this.clock = clock;
  }

  /** Authenticates, or throws the 401 that fits. */
  Caller authenticate(List<String> authorization) {
    Caller caller = keys.find(Authorization.key(authorization)).orElseThrow(Errors::keyInvalid);
    caller.key().revokedAt().ifPresent(at -> refuse(Errors.keyRevoked(at)));
    caller.key().expiresAt().filter(this::isPast).ifPresent(at -> refuse(Errors.keyExpired(at)));
    return caller;
  }

  /** Throws {@code TIER_LOCKED} unless the caller's plan has the API. */
  void checkTier(Caller caller) {
    if (!caller.plan().api()) {
      throw Errors.tierLocked(
          caller.plan().slug(), plans.withApi().stream().map(Plan::slug).toList());
    }
  }

  private boolean isPast(Instant instant) {
    return !clock.instant().isBefore(instant);
  }

  private static void refuse(ApiException refusal) {
    throw refusal;
  }
}
