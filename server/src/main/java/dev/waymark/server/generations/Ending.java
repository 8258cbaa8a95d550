package dev.waymark.server.generations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.errors.ApiError;
import dev.waymark.server.contract.Charge;
import dev.waymark.server.contract.ErrorBody;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.outputs.OutputStore;
import dev.waymark.server.providers.Media;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Ledger;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Brings generations to their final status, with the wallet's entry in the same transaction.
 *
 * <p>Only one caller can end a generation: the status is changed by a statement that finds it
 * unfinished, and who changes nothing has come too late and does nothing else.
 */
@Singleton
final class Ending {
  private final Jdbi jdbi;
  private final Ledger ledger;
  private final OutputStore outputs;
  private final ObjectMapper json;
  private final Clock clock;

  Ending(Jdbi jdbi, Ledger ledger, OutputStore outputs, ObjectMapper json, Clock clock) {
    this.jdbi = jdbi;
    this.ledger = ledger;
    this.outputs = outputs;
    this.json = json;
    this.clock = clock;
  }

  /** Completes the generation and settles its hold. False if this attempt no longer has it. */
  boolean complete(Job job, Media media) {
    return jdbi.inTransaction(tx -> {
      Optional<Held> held = end(tx, job, Status.COMPLETED, job.held(), null);
      held.ifPresent(hold -> {
        outputs.insert(tx, job.id(), media);
        ledger.settle(tx, hold.account(), job.id(), hold.credits(), hold.credits());
      });
      return held.isPresent();
    });
  }

  /** Fails the generation and releases its hold. False if this attempt no longer has it. */
  boolean fail(Job job, ApiError error) {
    return release(job, Status.FAILED, error);
  }

  /** Expires the generation and releases its hold. False if this attempt no longer has it. */
  boolean expire(Job job, ApiError error) {
    return release(job, Status.EXPIRED, error);
  }

  private boolean release(Job job, Status status, ApiError error) {
    return jdbi.inTransaction(tx -> {
      String body = errorBody(error, job.request(), job.held());
      Optional<Held> held = end(tx, job, status, Credits.ZERO, body);
      held.ifPresent(hold -> ledger.release(tx, hold.account(), job.id(), hold.credits()));
      return held.isPresent();
    });
  }

  /**
   * Cancels the account's unfinished generation and releases its hold; returns the balance after.
   */
  Optional<Credits> cancel(Handle tx, AccountId account, GenerationId id) {
    return end(tx, id, Status.CANCELLED, Credits.ZERO, null, "account_id = :guard", account.value())
        .map(hold -> ledger.release(tx, account, id, hold.credits()));
  }

  /**
   * Expires one generation that was accepted before {@code oldest} and is unfinished; returns
   * which, or nothing if there is none.
   */
  Optional<GenerationId> expireOne(Instant oldest, ApiError error) {
    return jdbi.inTransaction(tx -> {
      Optional<Overdue> overdue = overdue(tx, oldest);
      overdue.ifPresent(late -> {
        String body = errorBody(error, late.request(), late.held());
        end(tx, late.id(), Status.EXPIRED, Credits.ZERO, body, "id = :guard", late.id().value())
            .ifPresent(hold -> ledger.release(tx, hold.account(), late.id(), hold.credits()));
      });
      return overdue.map(Overdue::id);
    });
  }

  private Optional<Held> end(
      Handle tx, Job job, Status status, Credits used, @Nullable String error) {
    return end(tx, job.id(), status, used, error, "lease = :guard", job.lease());
  }

  private Optional<Held> end(
      Handle tx,
      GenerationId id,
      Status status,
      Credits used,
      @Nullable String error,
      String condition,
      String guard) {
    return tx.createQuery(
            "UPDATE generation SET status = :status, credits_used = :used, error = CAST(:error AS json),"
                + " finished_at = :now, lease = NULL"
                + " WHERE id = :id AND status IN ('pending', 'processing') AND "
                + condition
                + " RETURNING account_id, credits_estimate")
        .bind("status", status.wireName())
        .bind("used", used.value())
        .bind("error", error)
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .bind("id", id.value())
        .bind("guard", guard)
        .map((row, _) -> held(row))
        .findOne();
  }

  private static Optional<Overdue> overdue(Handle tx, Instant oldest) {
    return tx.createQuery(
            "SELECT id, request_id, credits_estimate FROM generation"
                + " WHERE status IN ('pending', 'processing') AND created_at <= :oldest"
                + " ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED")
        .bind("oldest", oldest.atOffset(ZoneOffset.UTC))
        .map((row, _) ->
            new Overdue(
                new GenerationId(row.getString("id")),
                new RequestId(row.getString("request_id")),
                new Credits(row.getLong("credits_estimate"))))
        .findOne();
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        new AccountId(row.getString("account_id")), new Credits(row.getLong("credits_estimate")));
  }

  private String errorBody(ApiError error, RequestId request, Credits released) {
    try {
      return json.writeValueAsString(ErrorBody.stored(error, request, Charge.released(released)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("an error cannot be written", e);
    }
  }

  private record Held(AccountId account, Credits credits) {}

  private record Overdue(GenerationId id, RequestId request, Credits held) {}
}
