package dev.waymark.conformance.filter;

import dev.waymark.conformance.wire.Request;
import java.util.Optional;

/** The server behind a filter, for filters that do more than change what passes. */
public interface Behind {
  /** The server's answer to a request that no caller has sent. */
  Answer send(Request request);

  /**
   * Another live key of the account that a key belongs to, good or not, which may do all that an
   * account's own key can do, with a window of its own; nothing for what was never a key.
   */
  Optional<String> twin(String key);

  /** A live key of an account that nobody else uses. */
  String stranger();

  /** A key with the scope operator. */
  String operator();

  /** The account that a key belongs to. */
  Optional<String> account(String key);

  /** Takes credits from an account, or a sandbox, for nothing. */
  void take(String account, long credits);

  /** Another request with this key in the place of its own. */
  static Request by(String key, Request request) {
    return request.without("Authorization").with("Authorization", "Bearer " + key);
  }

  /** The key that a request brings. */
  static Optional<String> key(Request request) {
    return request
        .value("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip());
  }
}
