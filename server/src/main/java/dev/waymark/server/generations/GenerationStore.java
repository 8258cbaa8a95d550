package dev.waymark.server.generations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.sandbox.ForcedError;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
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

  /** {@code forced} is the error that it is to end with, instead of being made. */
  void insert(Handle tx, Generation generation, Optional<ForcedError> forced) {
    tx.createUpdate(
            "INSERT INTO generation (id, account_id, request_id, status, model, prompt, parameters,"
                + " credits_estimate, forced_error, created_at, available_at)"
                + " VALUES (:id, :account, :request, :status, :model, :prompt, CAST(:parameters AS json),"
                + " :estimate, :forced, :created, :created)")
        .bind("id", generation.id().value())
        .bind("account", generation.account().value())
        .bind("request", generation.request().value())
        .bind("status", generation.status().wireName())
        .bind("model", generation.model())
        .bind("prompt", generation.prompt())
        .bind("parameters", text(generation.parameters()))
        .bind("estimate", generation.estimate().value())
        .bind("forced", forced.map(ForcedError::toString).orElse(null))
        .bind("created", generation.createdAt().atOffset(ZoneOffset.UTC))
        .execute();
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

  int countRunning(Handle handle, AccountId account) {
    return handle
        .createQuery(
            "SELECT count(*) FROM generation WHERE account_id = :account AND status IN ('pending', 'processing')")
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

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a JSON object cannot be written", e);
    }
  }
}
