package dev.waymark.server.wallet;

import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.KeyId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The monthly credit quotas of keys: set by those who manage keys, kept by {@link Spending}. */
@Singleton
public final class KeyQuotas {
  private static final Duration MINTED_BEFORE = Duration.ofHours(1);

  private final Clock clock;

  KeyQuotas(Clock clock) {
    this.clock = clock;
  }

  /**
   * Sets, changes or lifts the quota of an account's key, from the transaction's commit on. What
   * the key has spent in this month, and what it holds of it, counts. Locks the account; another
   * account's key stays as it is.
   */
  public void set(Handle tx, AccountId account, KeyId key, Optional<Credits> perMonth) {
    tx.createQuery("SELECT id FROM account WHERE id = :id FOR NO KEY UPDATE")
        .bind("id", account.value())
        .mapTo(String.class)
        .one();
    Month month = Month.of(clock.instant());
    tx.createUpdate(
            "UPDATE api_key SET credits_per_month = :quota, spent_month = :month, spent = :spent"
                + " WHERE id = :key AND account_id = :account")
        .bind("quota", perMonth.map(Credits::value).orElse(null))
        .bind("month", perMonth.map(_ -> month.first()).orElse(null))
        .bind("spent", perMonth.isPresent() ? spent(tx, account, key, month) : 0)
        .bind("key", key.value())
        .bind("account", account.value())
        .execute();
  }

  /**
   * Where keys stand, for those of them that exist. What a key without a quota uses is not kept.
   */
  public Map<KeyId, Quota> of(Handle handle, Collection<KeyId> keys) {
    return handle
        .createQuery(
            "SELECT id, credits_per_month, spent_month, spent FROM api_key WHERE id = ANY (:ids)")
        .bindArray("ids", String.class, keys.stream().map(KeyId::value).toArray())
        .map((row, _) -> Map.entry(new KeyId(row.getString("id")), quota(row)))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Quota quota(ResultSet row) throws SQLException {
    Month running = Month.of(clock.instant());
    @Nullable LocalDate month = row.getObject("spent_month", LocalDate.class);
    boolean over = month == null || running.compareTo(new Month(month)) > 0;
    return new Quota(
        Optional.ofNullable(row.getObject("credits_per_month", Long.class)).map(Credits::new),
        new Credits(over ? 0 : row.getLong("spent")),
        running.end());
  }

  private static long spent(Handle tx, AccountId account, KeyId key, Month month) {
    return tx.createQuery(
            "SELECT coalesce(sum(CASE WHEN status IN ('pending', 'processing') THEN credits_estimate ELSE credits_used END), 0)"
                + " FROM generation WHERE account_id = :account AND key_id = :key AND created_at >= :begin"
                // For the index: ids are minted a moment before their generations are accepted.
                + " AND id >= :lowest")
        .bind("account", account.value())
        .bind("key", key.value())
        .bind("lowest", GenerationId.lowestFrom(month.begin().minus(MINTED_BEFORE)).value())
        .bind("begin", month.begin().atOffset(ZoneOffset.UTC))
        .mapTo(Long.class)
        .one();
  }
}
