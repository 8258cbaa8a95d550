package dev.waymark.server.settings;

/**
 * The server cannot start as it is configured; the message is the one line an operator reads.
 *
 * <p>The line names what was given and what to do about it. It never holds a secret.
 */
public final class ConfigurationFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigurationFault(String line) {
    super(line);
  }

  /** With the failure behind it, which is printed only where debugging was asked for. */
  public ConfigurationFault(String line, Throwable cause) {
    super(line, cause);
  }
}
