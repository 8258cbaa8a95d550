package dev.waymark.conformance.faults;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param method and {@code target} are empty where a connection was reset before it was read
 * @param headers by lower-case name, the last one of several
 */
public record Call(String method, String target, Map<String, String> headers, String body) {
  /** Nothing of it was read. */
  public static final Call UNREAD = new Call("", "", Map.of(), "");

  public Call {
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  public Optional<String> idempotencyKey() {
    return header("Idempotency-Key").filter(key -> !key.isBlank());
  }

  public boolean isRead() {
    return !method.isEmpty();
  }

  /** Without the body, which holds a prompt, and without the key. */
  @Override
  public String toString() {
    return isRead() ? method + " " + target : "(a connection)";
  }
}
