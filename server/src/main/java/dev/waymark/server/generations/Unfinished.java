package dev.waymark.server.generations;

import dev.waymark.server.commits.Batch;
import dev.waymark.server.commits.BatchStatement;
import dev.waymark.server.commits.Part;
import dev.waymark.server.commits.PartKind;
import dev.waymark.server.commits.Rows;
import dev.waymark.server.commits.Table;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.KeyId;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.wallet.Books;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Hold;
import dev.waymark.server.wallet.Spending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The generations that a batch may end: those that are unfinished, locked until the transaction
 * ends. One that a member ends is no longer there for the next.
 */
final class Unfinished implements Part {
  private static final Table ENDED =
      new Table(
          "UPDATE generation SET status = r.status, credits_used = r.used, error = CAST(r.error AS json),"
              + " finished_at = r.at, lease = NULL, node = NULL FROM :rows WHERE generation.id = r.id",
          "id text",
          "status text",
          "used bigint",
          "error text",
          "at timestamptz");

  static final PartKind<Unfinished> KIND = new PartKind<>(10, Unfinished.class, Unfinished::new);

  private final Batch batch;
  private final Set<Wanted> wanted = new LinkedHashSet<>();
  private final Map<String, Open> open = new TreeMap<>();
  private final Rows ended = new Rows(ENDED);

  private Unfinished(Batch batch) {
    this.batch = batch;
  }

  /** One that has not ended; {@code lease} names the attempt that has it. */
  record Open(
      AccountId account,
      Hold hold,
      RequestId request,
      Optional<KeyId> key,
      Optional<String> lease,
      Instant createdAt) {}

  private record Wanted(GenerationId id, AccountId account) {}

  /** Has the generation locked and read, if it is the account's and the account was locked. */
  void need(GenerationId id, AccountId account) {
    wanted.add(new Wanted(id, account));
  }

  Optional<Open> of(GenerationId id) {
    return Optional.ofNullable(open.get(id.value()));
  }

  void end(GenerationId id, Status status, Credits used, @Nullable String error) {
    open.remove(id.value());
    ended.add(id.value(), status.wireName(), used.value(), error, batch.now());
  }

  @Override
  public void read(Handle tx) {
    // Whoever keeps an account locked may be ending its generations: those would be waited for too.
    List<Wanted> ours =
        wanted.stream().filter(each -> batch.part(Books.KIND).has(each.account())).toList();
    tx.createQuery(
            "SELECT g.id, g.account_id, g.request_id, g.key_id, g.lease, g.credits_estimate, g.held_purchased,"
                + " g.created_at"
                + " FROM unnest(CAST(:ids AS text[]), CAST(:accounts AS text[])) AS r (id, account)"
                + " JOIN generation g ON g.id = r.id AND g.account_id = r.account"
                + " WHERE g.status IN ('pending', 'processing') ORDER BY g.id FOR UPDATE OF g")
        .bindArray("ids", String.class, ours.stream().map(each -> each.id().value()).toArray())
        .bindArray(
            "accounts", String.class, ours.stream().map(each -> each.account().value()).toArray())
        .map((row, _) -> open(row))
        .forEach(each -> open.put(each.hold().generation().value(), each));
    open.values().forEach(each -> each.key().ifPresent(batch.part(Spending.KIND)::need));
  }

  private static Open open(ResultSet row) throws SQLException {
    return new Open(
        new AccountId(row.getString("account_id")),
        new Hold(
            new GenerationId(row.getString("id")),
            new Credits(row.getLong("credits_estimate")),
            new Credits(row.getLong("held_purchased"))),
        new RequestId(row.getString("request_id")),
        Optional.ofNullable(row.getString("key_id")).map(KeyId::new),
        Optional.ofNullable(row.getString("lease")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  @Override
  public void write(BatchStatement statement) {
    statement.add(ended);
  }
}
