package dev.waymark.server.access;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import dev.waymark.server.addresses.IpAddress;
import dev.waymark.server.addresses.SourceAddress;
import dev.waymark.server.plans.Plan;
import dev.waymark.server.plans.Plans;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Decides who is let in: a key that exists, holds, and whose plan has the API. */
@Singleton
final class Access {
  private final Plans plans;
  private final SourceAddress sources;

  Access(Plans plans, SourceAddress sources) {
    this.plans = plans;
    this.sources = sources;
  }

  /** Lets in whoever has a valid key, or throws the 401 that fits. */
  Caller authenticate(Identity identity) {
    return switch (identity) {
      case KnownKey key -> valid(key);
      case Identity.UnknownKey unknown -> throw Errors.keyInvalid(unknown.hint().orElse(null));
      case Identity.NoKey none -> throw none.refusal();
      case Identity.Failed failed -> throw failed.failure();
    };
  }

  /** Throws {@code IP_NOT_ALLOWED} unless the key may be used from where the request comes from. */
  void checkSource(Caller caller, HttpRequest<?> request) {
    if (caller.key().allowedIps().isPresent()) {
      IpAddress source = sources.of(request);
      if (!caller.key().allows(source)) {
        throw Errors.ipNotAllowed(source.toString());
      }
    }
  }

  /** Throws {@code TIER_LOCKED} unless the caller's plan has the API. */
  void checkTier(Caller caller) {
    if (!caller.plan().api()) {
      throw Errors.tierLocked(
          caller.plan().slug(), plans.withApi().stream().map(Plan::slug).toList());
    }
  }

  private static Caller valid(KnownKey key) {
    key.refusal()
        .ifPresent(refusal -> {
          throw new ApiException(refusal);
        });
    return key.caller();
  }
}
