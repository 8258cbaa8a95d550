package dev.waymark.server.access;

import dev.waymark.server.addresses.AddressRange;
import dev.waymark.server.addresses.IpAddress;
import dev.waymark.server.contract.Rendering;
import dev.waymark.server.ids.KeyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stored key: everything about it but the key itself.
 *
 * @param models the only models that it may use, of those that its account may; absent for all
 * @param allowedIps the only addresses and ranges that it may be used from; absent for any
 * @param errorFormat the rendering of errors that it is pinned to
 */
public record ApiKey(
    KeyId id,
    String name,
    String prefix,
    Mode mode,
    Set<Scope> scopes,
    Optional<Set<String>> models,
    Optional<List<String>> allowedIps,
    Rendering errorFormat,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt) {

  public ApiKey {
    scopes = Set.copyOf(scopes);
    models = models.map(Set::copyOf);
    allowedIps = allowedIps.map(List::copyOf);
  }

  /** Whether it may be used from this address. An entry that is no range lets nobody in. */
  boolean allows(IpAddress source) {
    return allowedIps
        .map(ranges ->
            ranges.stream()
                .flatMap(range -> AddressRange.read(range).stream())
                .anyMatch(range -> range.contains(source)))
        .orElse(true);
  }
}
