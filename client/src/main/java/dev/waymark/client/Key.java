package dev.waymark.client;

import dev.waymark.generated.client.model.ApiKey;
import dev.waymark.generated.client.model.KeyQuota;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key of the account, and what it may do. Never the key itself.
 *
 * @param prefix the first characters of the key, to tell it from others
 * @param models the only models that it may use; empty if it may use all of its account's
 * @param allowedIps the only addresses that it may be used from; empty if it may be used from
 *     anywhere
 * @param quota empty if it may spend as much as the account can
 */
public record Key(
    String id,
    String name,
    String prefix,
    Mode mode,
    Set<Scope> scopes,
    Optional<Set<String>> models,
    Optional<Set<String>> allowedIps,
    Optional<Quota> quota,
    ErrorFormat errorFormat,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt) {

  public Key {
    scopes = Words.copy(scopes);
    models = models.map(Words::copy);
    allowedIps = allowedIps.map(Words::copy);
  }

  /**
   * What it may spend in a calendar month (UTC).
   *
   * @param used what it has spent or holds in this month
   * @param resetsAt when the next month begins
   */
  public record Quota(long creditsPerMonth, long used, Instant resetsAt) {

    private static Quota from(KeyQuota wire) {
      return new Quota(
          Required.field(wire.getCreditsPerMonth(), "quota.credits_per_month"),
          Required.field(wire.getUsed(), "quota.used"),
          Required.field(wire.getResetsAt(), "quota.resets_at"));
    }
  }

  static Key from(ApiKey wire) {
    Required.field(wire, "a key");
    return new Key(
        Required.field(wire.getKeyId(), "key_id"),
        Required.field(wire.getName(), "name"),
        Required.field(wire.getPrefix(), "prefix"),
        Mode.from(wire.getMode()),
        Words.each(Required.field(wire.getScopes(), "scopes"), Scope::new),
        Words.ofNullable(wire.getModels()),
        Words.ofNullable(wire.getAllowedIps()),
        Optional.ofNullable(wire.getQuota()).map(Quota::from),
        ErrorFormat.from(wire.getErrorFormat()),
        Required.field(wire.getCreatedAt(), "created_at"),
        Optional.ofNullable(wire.getExpiresAt()),
        Optional.ofNullable(wire.getRevokedAt()));
  }
}
