package dev.waymark.server.contract;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.Errors;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;

/** The largest body that is read, in bytes. */
@Singleton
final class BodyLimit {
  private final long maxBytes;

  BodyLimit(@Property(name = "waymark.limits.max-body-bytes") long maxBytes) {
    this.maxBytes = maxBytes;
  }

  boolean isExceededBy(long bytes) {
    return bytes > maxBytes;
  }

  ApiError exceeded() {
    return Errors.payloadTooLarge(maxBytes).error();
  }
}
