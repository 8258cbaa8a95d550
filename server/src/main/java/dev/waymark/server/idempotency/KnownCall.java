package dev.waymark.server.idempotency;

import dev.waymark.errors.Errors;
import dev.waymark.server.ids.RequestId;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The record of the call that used a key first. */
@SuppressWarnings("ArrayRecordComponent") // Compared with MessageDigest.isEqual, never with equals.
record KnownCall(byte[] fingerprint, Original original, Instant at) {
  private static final byte[] NOTHING = {};

  static KnownCall by(IdempotentCall call, String made, Instant at) {
    return new KnownCall(call.fingerprint(), new Original(call.requestId(), made, NOTHING), at);
  }

  /** Those of these calls' keys that were used after {@code oldest}, by their scopes. */
  static Map<String, KnownCall> find(Handle tx, List<IdempotentCall> calls, Instant oldest) {
    return tx
        .createQuery(
            "SELECT i.account_id || ' ' || i.operation || ' ' || i.key AS scope, i.fingerprint, i.request_id, i.made, i.answer, i.created_at"
                + " FROM unnest(CAST(:accounts AS text[]), CAST(:operations AS text[]), CAST(:keys AS text[])) AS r (account, operation, key)"
                + " JOIN idempotency_record i ON i.account_id = r.account AND i.operation = r.operation AND i.key = r.key")
        .bindArray("accounts", String.class, column(calls, call -> call.account().value()))
        .bindArray("operations", String.class, column(calls, IdempotentCall::operation))
        .bindArray("keys", String.class, column(calls, IdempotentCall::key))
        .map((row, _) -> Map.entry(row.getString("scope"), of(row)))
        .stream()
        // Not a condition of the query, or the planner would read all that are young enough.
        .filter(known -> known.getValue().at().isAfter(oldest))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
  }

  /** Throws {@code IDEMPOTENCY_KEY_REUSED} if the call has another body. */
  Original originalOf(IdempotentCall call) {
    if (!MessageDigest.isEqual(fingerprint, call.fingerprint())) {
      throw Errors.idempotencyKeyReused(original.requestId().value());
    }
    return original;
  }

  private static Object[] column(
      List<IdempotentCall> calls, Function<IdempotentCall, String> value) {
    return calls.stream().map(value).toArray();
  }

  private static KnownCall of(ResultSet row) throws SQLException {
    return new KnownCall(
        row.getBytes("fingerprint"),
        new Original(
            new RequestId(row.getString("request_id")),
            row.getString("made"),
            Objects.requireNonNullElse(row.getBytes("answer"), NOTHING)),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
