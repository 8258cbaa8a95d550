package dev.waymark.server.idempotency;

import dev.waymark.errors.Errors;
import dev.waymark.server.ids.RequestId;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Remembers which call used a key first.
 *
 * <p>Claim and record stand in the transaction that has the effect. So a key is taken if and only
 * if its effect was committed: a refusal, a failure or a crash leaves it free. While that
 * transaction runs, an advisory lock of PostgreSQL marks the key as in use; it ends with the
 * transaction, however that ends.
 */
@Singleton
public final class IdempotencyRecords {
  private static final Duration IN_PROGRESS_PAUSE = Duration.ofSeconds(1);
  private static final int PURGED_AT_ONCE = 1000;

  private final Clock clock;
  private final Duration retention;

  IdempotencyRecords(Clock clock, IdempotencySettings settings) {
    this.clock = clock;
    this.retention = settings.retention();
  }

  /**
   * Claims the key for this transaction, or finds the call that used it.
   *
   * @return nothing if the caller is to have the effect and then {@link #record} it; else the first
   *     call, whose answer is to be given again. Throws {@code IDEMPOTENCY_IN_PROGRESS} or {@code
   *     IDEMPOTENCY_KEY_REUSED}.
   */
  public Optional<Original> claim(Handle tx, IdempotentCall call) {
    if (!lock(tx, call)) {
      throw Errors.idempotencyInProgress(IN_PROGRESS_PAUSE);
    }
    Optional<Found> found = find(tx, call);
    found
        .filter(first -> !MessageDigest.isEqual(first.fingerprint(), Fingerprint.of(call.body())))
        .ifPresent(first -> {
          throw Errors.idempotencyKeyReused(first.original().requestId().value());
        });
    return found.map(Found::original);
  }

  /** Records what the call has made. A record that is past its retention is replaced. */
  public void record(Handle tx, IdempotentCall call, String made) {
    tx.createUpdate(
            "INSERT INTO idempotency_record (account_id, operation, key, fingerprint, request_id, made, created_at)"
                + " VALUES (:account, :operation, :key, :fingerprint, :request, :made, :now)"
                + " ON CONFLICT (account_id, operation, key) DO UPDATE SET fingerprint = excluded.fingerprint,"
                + " request_id = excluded.request_id, made = excluded.made, created_at = excluded.created_at")
        .bind("account", call.account().value())
        .bind("operation", call.operation())
        .bind("key", call.key())
        .bind("fingerprint", Fingerprint.of(call.body()))
        .bind("request", call.requestId().value())
        .bind("made", made)
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Forgets records past their retention, a bounded number at once. Returns how many. */
  public int purge(Handle tx) {
    return tx.createUpdate(
            "DELETE FROM idempotency_record WHERE (account_id, operation, key) IN"
                + " (SELECT account_id, operation, key FROM idempotency_record"
                + " WHERE created_at <= :oldest ORDER BY created_at LIMIT :limit)")
        .bind("oldest", oldest().atOffset(ZoneOffset.UTC))
        .bind("limit", PURGED_AT_ONCE)
        .execute();
  }

  private static boolean lock(Handle tx, IdempotentCall call) {
    return tx.createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:scope, 0))")
        .bind("scope", call.scope())
        .mapTo(Boolean.class)
        .one();
  }

  private Optional<Found> find(Handle tx, IdempotentCall call) {
    return tx.createQuery(
            "SELECT fingerprint, request_id, made FROM idempotency_record"
                + " WHERE account_id = :account AND operation = :operation AND key = :key AND created_at > :oldest")
        .bind("account", call.account().value())
        .bind("operation", call.operation())
        .bind("key", call.key())
        .bind("oldest", oldest().atOffset(ZoneOffset.UTC))
        .map((row, _) ->
            new Found(
                row.getBytes("fingerprint"),
                new Original(new RequestId(row.getString("request_id")), row.getString("made"))))
        .findOne();
  }

  private Instant oldest() {
    return clock.instant().minus(retention);
  }

  @SuppressWarnings(
      "ArrayRecordComponent") // Compared with MessageDigest.isEqual, never with equals.
  private record Found(byte[] fingerprint, Original original) {}
}
