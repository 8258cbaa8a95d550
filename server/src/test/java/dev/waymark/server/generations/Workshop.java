package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.waymark.errors.ApiException;
import dev.waymark.server.ScriptedProvider;
import dev.waymark.server.SharedServer;
import dev.waymark.server.SteeredClock;
import dev.waymark.server.access.Caller;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.sandbox.ForcedError;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.KeyQuotas;
import dev.waymark.server.wallet.LedgerLaw;
import dev.waymark.server.wallet.Quota;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * An account that starts generations on an otherwise empty queue. Its balance is 1000, and each
 * costs 10.
 */
final class Workshop {
  static final long PRICE = 10;
  static final long FULL = 1000;

  final SharedServer server = SharedServer.get();
  final SteeredClock clock = server.clock();
  final ScriptedProvider provider = server.provider();
  final Jdbi jdbi = server.jdbi();
  final Generations generations = bean(Generations.class);
  final JobQueue queue = bean(JobQueue.class);
  final Ending ending = bean(Ending.class);
  final Workers workers = bean(Workers.class);
  final Sweeper sweeper = bean(Sweeper.class);
  final Caller caller = server.caller(SharedServer.plan(FULL));

  private Workshop() {}

  static Workshop open() {
    Workshop workshop = new Workshop();
    workshop.leftovers().forEach(workshop::cancelLeftover);
    return workshop;
  }

  <T> T bean(Class<T> type) {
    return server.bean(type);
  }

  AccountId account() {
    return caller.account();
  }

  GenerationId start() {
    return start(Optional.empty()).generation().id();
  }

  GenerationId start(ScriptedProvider.Act... attempts) {
    GenerationId id = start();
    provider.script(id, attempts);
    return id;
  }

  Started start(Optional<String> idempotencyKey) {
    return start(caller, "script-1", idempotencyKey, Optional.empty());
  }

  Started start(
      Caller by, String model, Optional<String> idempotencyKey, Optional<ForcedError> forced) {
    JsonNode body =
        JsonNodeFactory.instance.objectNode().put("model", model).put("prompt", "a fox");
    StartRequest request =
        new StartRequest(
            by, bean(Ids.class).request(), body, idempotencyKey, Optional.empty(), forced);
    // A refusal puts its headers on the call that it answers.
    Supplier<Started> call = () -> generations.start(request);
    return ServerRequestContext.with(HttpRequest.POST("/api/v1/generate", body), call);
  }

  void cancel(GenerationId id) {
    bean(Cancellation.class).cancel(caller, bean(Ids.class).request(), id.value());
  }

  void cancelUnfinished(GenerationId id) {
    cancelled(account(), id);
  }

  /** Cancels as another node would; false if it had ended. */
  boolean cancelled(AccountId account, GenerationId id) {
    return ending.cancel(account, id, bean(Ids.class).request()).isPresent();
  }

  /** Does what background work does now and then. */
  void sweep() {
    bean(Expiry.class).expire();
    sweeper.sweep();
  }

  Generation read(GenerationId id) {
    return generations.get(account(), id.value());
  }

  Status status(GenerationId id) {
    return read(id).status();
  }

  /** The code of a finished generation's error; empty if it has none. */
  String errorCode(GenerationId id) {
    return read(id).error().map(error -> error.path("error").asText()).orElse("");
  }

  /** Works on everything that is there for a worker now, attempt by attempt. Returns how many. */
  int workAll() throws InterruptedException {
    int count = 0;
    while (workers.workOnce()) {
      count++;
    }
    return count;
  }

  /** How many attempts the database counts. */
  int attempts(GenerationId id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT attempts FROM generation WHERE id = ?")
            .bind(0, id.value())
            .mapTo(Integer.class)
            .one());
  }

  void letTheLeaseRunOut() {
    clock.move(bean(WorkerSettings.class).lease());
  }

  void letTheRetryPausePass() {
    clock.move(bean(WorkerSettings.class).retryPause());
  }

  long balance() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT balance FROM account WHERE id = ?")
            .bind(0, account().value())
            .mapTo(Long.class)
            .one());
  }

  /** The books are right, and what is gone from the balance is what was used or is held. */
  void assertBooks() {
    LedgerLaw.holds(jdbi, account());
    long takenOrHeld =
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    "SELECT coalesce(sum(CASE WHEN finished_at IS NULL THEN credits_estimate ELSE credits_used END), 0)"
                        + " FROM generation WHERE account_id = ?")
                .bind(0, account().value())
                .mapTo(Long.class)
                .one());
    long given =
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    "SELECT sum(credits) FROM ledger_entry WHERE account_id = ? AND generation_id IS NULL")
                .bind(0, account().value())
                .mapTo(Long.class)
                .one());
    assertThat(balance()).as("balance").isEqualTo(given - takenOrHeld);
  }

  /** Stores the caller's key, which may spend this much in a month. */
  void limitKey(long perMonth) {
    jdbi.useTransaction(tx -> {
      tx.createUpdate(
              "INSERT INTO api_key (id, account_id, name, prefix, hash, scopes, created_at)"
                  + " VALUES (:id, :account, 'a test''s', 'wm', decode(md5(:id), 'hex'), '{}', now()) ON CONFLICT DO NOTHING")
          .bind("id", caller.key().id().value())
          .bind("account", account().value())
          .execute();
      bean(KeyQuotas.class)
          .set(tx, account(), caller.key().id(), Optional.of(new Credits(perMonth)));
    });
  }

  Quota quota() {
    return Objects.requireNonNull(
        jdbi.withHandle(handle ->
            bean(KeyQuotas.class).of(handle, List.of(caller.key().id())).get(caller.key().id())));
  }

  Instant nextMonth() {
    return monthBegin().plusMonths(1).toInstant();
  }

  private OffsetDateTime monthBegin() {
    return clock.instant().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
  }

  /** What the generations of this month have cost or hold, by themselves. */
  long spentThisMonth() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT coalesce(sum(CASE WHEN finished_at IS NULL THEN credits_estimate ELSE credits_used END), 0)"
                    + " FROM generation WHERE key_id = ? AND created_at >= ?")
            .bind(0, caller.key().id().value())
            .bind(1, monthBegin())
            .mapTo(Long.class)
            .one());
  }

  private List<Map.Entry<AccountId, GenerationId>> leftovers() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT account_id, id FROM generation WHERE status IN ('pending', 'processing')")
            .map((row, _) ->
                Map.entry(
                    new AccountId(row.getString("account_id")),
                    new GenerationId(row.getString("id"))))
            .list());
  }

  private void cancelLeftover(Map.Entry<AccountId, GenerationId> leftover) {
    cancelled(leftover.getKey(), leftover.getValue());
  }

  /** How long a generation may take before it expires. */
  Duration maxAge() {
    return bean(GenerationSettings.class).maxAge();
  }

  /** The code of a refusal; fails if there is none. */
  static String refusal(Runnable call) {
    try {
      call.run();
    } catch (ApiException refusal) {
      return refusal.error().code().name();
    }
    throw new AssertionError("nothing was refused");
  }
}
