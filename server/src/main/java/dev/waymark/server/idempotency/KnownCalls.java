package dev.waymark.server.idempotency;

import dev.waymark.server.commits.Batch;
import dev.waymark.server.commits.BatchStatement;
import dev.waymark.server.commits.Part;
import dev.waymark.server.commits.PartKind;
import dev.waymark.server.commits.Rows;
import dev.waymark.server.commits.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The idempotency keys of a batch, read under the locks of their accounts: a key is taken if and
 * only if its effect is committed with it.
 */
public final class KnownCalls implements Part {
  private static final Table RECORDED =
      new Table(
          "INSERT INTO idempotency_record (account_id, operation, key, fingerprint, request_id, made, created_at)"
              + " SELECT r.* FROM :rows"
              // Past its retention and not yet swept up.
              + " ON CONFLICT (account_id, operation, key) DO UPDATE SET fingerprint = excluded.fingerprint,"
              + " request_id = excluded.request_id, made = excluded.made, answer = excluded.answer,"
              + " created_at = excluded.created_at",
          "account text",
          "operation text",
          "key text",
          "fingerprint bytea",
          "request text",
          "made text",
          "at timestamptz");

  private final Batch batch;
  private final Duration retention;
  private final List<IdempotentCall> wanted = new ArrayList<>();
  private final Map<String, KnownCall> known = new TreeMap<>();
  private final Rows recorded = new Rows(RECORDED);

  KnownCalls(Batch batch, Duration retention) {
    this.batch = batch;
    this.retention = retention;
  }

  static PartKind<KnownCalls> kind(Duration retention) {
    return new PartKind<>(30, KnownCalls.class, batch -> new KnownCalls(batch, retention));
  }

  /** Has the key looked up. */
  public void need(IdempotentCall call) {
    wanted.add(call);
  }

  /**
   * Nothing if the caller is to have the effect and then {@link #record} it; else the first call,
   * whose answer is to be given again. Throws {@code IDEMPOTENCY_KEY_REUSED}.
   */
  public Optional<Original> original(IdempotentCall call) {
    return Optional.ofNullable(known.get(call.scope())).map(first -> first.originalOf(call));
  }

  /** Records what the call has made. */
  public void record(IdempotentCall call, String made) {
    known.put(call.scope(), KnownCall.by(call, made, batch.now()));
    recorded.add(
        call.account().value(),
        call.operation(),
        call.key(),
        call.fingerprint(),
        call.requestId().value(),
        made,
        batch.now());
  }

  @Override
  public void read(Handle tx) {
    if (!wanted.isEmpty()) {
      known.putAll(KnownCall.find(tx, wanted, batch.now().minus(retention)));
    }
  }

  @Override
  public void write(BatchStatement statement) {
    statement.add(recorded);
  }
}
