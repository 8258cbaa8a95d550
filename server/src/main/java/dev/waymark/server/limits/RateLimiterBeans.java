package dev.waymark.server.limits;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The one limiter that all windows are of. */
@Factory
final class RateLimiterBeans {
  @Singleton
  RateLimiter rateLimiter(CallCounts counts) {
    return counts.limiter();
  }
}
