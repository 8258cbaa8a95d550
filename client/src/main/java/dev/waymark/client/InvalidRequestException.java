package dev.waymark.client;

import dev.waymark.client.retry.Attempts;
import org.jspecify.annotations.Nullable;

/**
 * The request is wrong: {@link #next()} says what to change, {@link #extras()} what about it. The
 * same request never succeeds.
 */
public final class InvalidRequestException extends RefusedException {

  private static final long serialVersionUID = 1L;

  InvalidRequestException(RefusedAnswer answer, Attempts attempts, @Nullable Throwable cause) {
    super(answer, attempts, cause);
  }
}
