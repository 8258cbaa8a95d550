package dev.waymark.server.access;

import dev.waymark.server.contract.Rendering;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a key is to be that is to be made. Its mode is that of the account it is made for. */
public record NewKey(
    String name,
    Set<Scope> scopes,
    Optional<List<String>> models,
    Optional<List<String>> allowedIps,
    Optional<Instant> expiresAt,
    Rendering errorFormat) {

  /** A key without limits, for ever, with native errors. */
  public static NewKey of(String name, Set<Scope> scopes) {
    return new NewKey(
        name, scopes, Optional.empty(), Optional.empty(), Optional.empty(), Rendering.NATIVE);
  }

  public NewKey pinnedTo(Rendering format) {
    return new NewKey(name, scopes, models, allowedIps, expiresAt, format);
  }
}
