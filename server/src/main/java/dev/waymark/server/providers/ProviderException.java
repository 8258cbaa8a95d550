package dev.waymark.server.providers;

import org.jspecify.annotations.Nullable;

/** A provider could not make the output. Its message goes to the log only, and holds no prompt. */
public final class ProviderException extends Exception {
  private static final long serialVersionUID = 1L;

  public ProviderException(String message) {
    super(message);
  }

  public ProviderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
