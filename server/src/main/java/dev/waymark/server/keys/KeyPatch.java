package dev.waymark.server.keys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.access.ApiKey;
import dev.waymark.server.access.Scope;
import dev.waymark.server.wallet.Credits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A checked change of a key, as a merge patch (RFC 7396): what is left out stays, and null lifts a
 * limit. Twice is the same as once.
 */
record KeyPatch(JsonNode body) {

  /** The key as it is to be; only the quota is kept elsewhere. */
  ApiKey applyTo(ApiKey key) {
    return new ApiKey(
        key.id(),
        body.has("name") ? body.path("name").textValue() : key.name(),
        key.prefix(),
        key.mode(),
        KeyBody.scopes(body.path("scopes")).<Set<Scope>>map(scopes -> scopes).orElse(key.scopes()),
        body.has("models") ? KeyBody.words(body.path("models")).map(Set::copyOf) : key.models(),
        body.has("allowed_ips") ? KeyBody.words(body.path("allowed_ips")) : key.allowedIps(),
        body.has("error_format")
            ? KeyBody.errorFormat(body.path("error_format"))
            : key.errorFormat(),
        key.createdAt(),
        body.has("expires_at") ? KeyBody.time(body.path("expires_at")) : key.expiresAt(),
        key.revokedAt());
  }

  /** The scopes that the key does not have yet, in the order in which they were sent. */
  List<Scope> addedTo(ApiKey key) {
    return KeyBody.scopes(body.path("scopes")).stream()
        .flatMap(Set::stream)
        .filter(scope -> !key.scopes().contains(scope))
        .toList();
  }

  boolean changesQuota() {
    return body.has("credits_per_month");
  }

  /** The quota that the key is to have, if it is to have one. */
  Optional<Credits> quota() {
    return KeyBody.credits(body.path("credits_per_month"));
  }
}
