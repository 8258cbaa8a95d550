package dev.waymark.server.idempotency;

import dev.waymark.server.commits.PartKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Remembers which call used a key first.
 *
 * <p>Claim and record stand in the transaction that has the effect, under the lock of the account.
 * So a key is taken if and only if its effect was committed: a refusal, a failure or a crash leaves
 * it free. {@link Claims} tells a second call of the same node that the first one still runs.
 */
@Singleton
public final class IdempotencyRecords {
  /** What {@link #purge} forgets at once. */
  public static final int PURGED_AT_ONCE = 1000;

  private final Clock clock;
  private final Duration retention;
  private final PartKind<KnownCalls> kind;

  IdempotencyRecords(Clock clock, IdempotencySettings settings) {
    this.clock = clock;
    this.retention = settings.retention();
    this.kind = KnownCalls.kind(retention);
  }

  /** For members of a group commit. */
  public PartKind<KnownCalls> inBatches() {
    return kind;
  }

  /**
   * Locks the account for this transaction and finds the call that used the key.
   *
   * @return nothing if the caller is to have the effect and then {@link #record} it; else the first
   *     call, whose answer is to be given again. Throws {@code IDEMPOTENCY_KEY_REUSED}.
   */
  public Optional<Original> claim(Handle tx, IdempotentCall call) {
    tx.createQuery("SELECT id FROM account WHERE id = :id FOR NO KEY UPDATE")
        .bind("id", call.account().value())
        .mapTo(String.class)
        .one();
    return find(tx, call);
  }

  /** The same without a lock and without a claim: what is known by now. */
  public Optional<Original> find(Handle handle, IdempotentCall call) {
    return KnownCall.find(handle, List.of(call), oldest()).values().stream()
        .findFirst()
        .map(first -> first.originalOf(call));
  }

  /**
   * Records what the call has made, and its answer if that cannot be made anew. A record that is
   * past its retention is replaced.
   */
  public void record(Handle tx, IdempotentCall call, String made, Optional<byte[]> answer) {
    tx.createUpdate(
            "INSERT INTO idempotency_record (account_id, operation, key, fingerprint, request_id, made, answer, created_at)"
                + " VALUES (:account, :operation, :key, :fingerprint, :request, :made, :answer, :now)"
                + " ON CONFLICT (account_id, operation, key) DO UPDATE SET fingerprint = excluded.fingerprint,"
                + " request_id = excluded.request_id, made = excluded.made, answer = excluded.answer,"
                + " created_at = excluded.created_at")
        .bind("account", call.account().value())
        .bind("operation", call.operation())
        .bind("key", call.key())
        .bind("fingerprint", call.fingerprint())
        .bind("request", call.requestId().value())
        .bind("made", made)
        .bind("answer", answer.orElse(null))
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Forgets records past their retention, a bounded number at once. Returns how many. */
  public int purge(Handle tx) {
    return tx.createUpdate(
            "DELETE FROM idempotency_record WHERE ctid = ANY (ARRAY("
                + "SELECT ctid FROM idempotency_record WHERE created_at <= :oldest ORDER BY created_at LIMIT :limit))")
        .bind("oldest", oldest().atOffset(ZoneOffset.UTC))
        .bind("limit", PURGED_AT_ONCE)
        .execute();
  }

  private Instant oldest() {
    return clock.instant().minus(retention);
  }
}
