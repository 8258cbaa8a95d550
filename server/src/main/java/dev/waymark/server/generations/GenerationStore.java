package dev.waymark.server.generations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.server.access.Mode;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.wallet.Credits;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Generations in PostgreSQL, as their account sees them. */
@Singleton
final class GenerationStore {
  private static final int RUNNING_SHOWN = 100;

  private final ObjectMapper json;
  private final GenerationRow row;

  GenerationStore(ObjectMapper json) {
    this.json = json;
    this.row = new GenerationRow(json);
  }

  /** The account's generation; another account's is not found. */
  Optional<Generation> find(Handle handle, AccountId account, GenerationId id) {
    return handle
        .createQuery(GenerationRow.SELECT + "WHERE g.id = :id AND g.account_id = :account")
        .bind("id", id.value())
        .bind("account", account.value())
        .map(row)
        .findOne();
  }

  /** At most {@code count} of the account's generations, newest first. */
  List<Generation> list(
      Handle handle,
      AccountId account,
      Optional<Status> status,
      Optional<Cursor> after,
      int count) {
    return handle
        .createQuery(
            GenerationRow.SELECT
                + "WHERE g.account_id = :account"
                + " AND (CAST(:status AS text) IS NULL OR g.status = :status)"
                + " AND (CAST(:after AS text) IS NULL OR g.id < :after)"
                + " ORDER BY g.id DESC LIMIT :count")
        .bind("account", account.value())
        .bind("status", status.map(Status::wireName).orElse(null))
        .bind("after", after.map(Cursor::key).orElse(null))
        .bind("count", count)
        .map(row)
        .list();
  }

  /** The ids of the account's generations in flight, oldest first; at most 100. */
  List<String> running(Handle handle, AccountId account) {
    return handle
        .createQuery(
            "SELECT id FROM generation WHERE account_id = :account AND status IN ('pending', 'processing')"
                + " ORDER BY id LIMIT :limit")
        .bind("account", account.value())
        .bind("limit", RUNNING_SHOWN)
        .mapTo(String.class)
        .list();
  }

  /** The account's generations in flight. */
  int inFlight(Handle handle, AccountId account) {
    return handle
        .createQuery("SELECT in_flight FROM account WHERE id = :account")
        .bind("account", account.value())
        .mapTo(Integer.class)
        .one();
  }

  /** How many wait for a worker, counted up to {@code most}. */
  int countPending(Handle handle, int most) {
    return handle
        .createQuery(
            "SELECT count(*) FROM (SELECT 1 FROM generation WHERE status = 'pending' LIMIT :most) pending")
        .bind("most", most)
        .mapTo(Integer.class)
        .one();
  }

  /** At most {@code count} unfinished generations that were accepted by then, the oldest first. */
  List<Overdue> overdue(Handle handle, Instant oldest, int count) {
    return handle
        .createQuery(
            "SELECT g.id, g.account_id, g.request_id, g.model, g.credits_estimate, g.attempts,"
                + " (SELECT a.sandbox_of IS NOT NULL FROM account a WHERE a.id = g.account_id) AS sandbox"
                + " FROM generation g WHERE g.status IN ('pending', 'processing') AND g.created_at <= :oldest"
                + " ORDER BY g.created_at LIMIT :count")
        .bind("oldest", oldest.atOffset(ZoneOffset.UTC))
        .bind("count", count)
        .map((row, _) ->
            new Overdue(
                new GenerationId(row.getString("id")),
                new AccountId(row.getString("account_id")),
                new RequestId(row.getString("request_id")),
                row.getString("model"),
                row.getBoolean("sandbox") ? Mode.TEST : Mode.LIVE,
                new Credits(row.getLong("credits_estimate")),
                row.getInt("attempts")))
        .list();
  }

  /** A JSON object as it is stored. */
  String text(JsonNode value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a JSON object cannot be written", e);
    }
  }
}
