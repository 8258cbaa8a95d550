package dev.waymark.client;

import dev.waymark.client.retry.Attempts;
import org.jspecify.annotations.Nullable;

/**
 * A person must act: add a scope, enable a model, replace a key. The same request never succeeds by
 * itself. Also what a proxy or another server refused, and an answer that is not the contract's.
 */
public final class ActionNeededException extends RefusedException {

  private static final long serialVersionUID = 1L;

  ActionNeededException(RefusedAnswer answer, Attempts attempts, @Nullable Throwable cause) {
    super(answer, attempts, cause);
  }
}
