package dev.waymark.server.wallet;

import dev.waymark.server.commits.Batch;
import dev.waymark.server.commits.BatchStatement;
import dev.waymark.server.commits.LockedByOthers;
import dev.waymark.server.commits.Part;
import dev.waymark.server.commits.PartKind;
import dev.waymark.server.commits.Rows;
import dev.waymark.server.commits.Table;
import dev.waymark.server.ids.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * The wallets of a batch. Their accounts are locked until the transaction ends, in the order of
 * their ids, and before anything else is read: who has the lock of an account has the last word on
 * its wallet, its generations, its keys' quotas and its idempotency keys.
 */
public final class Books implements Part {
  private static final Table ACCOUNTS =
      new Table(
          "UPDATE account SET balance = r.balance, purchased = r.purchased, in_flight = r.in_flight,"
              + " cycle_started_at = r.starts, cycle_ends_at = r.ends FROM :rows WHERE account.id = r.id",
          "id text",
          "balance bigint",
          "purchased bigint",
          "in_flight integer",
          "starts timestamptz",
          "ends timestamptz");

  public static final PartKind<Books> KIND = new PartKind<>(0, Books.class, Books::new);

  private final Batch batch;
  private final Entries entries = new Entries();
  private final TreeSet<String> wanted = new TreeSet<>();
  private final Map<String, Purse> purses = new TreeMap<>();

  private Books(Batch batch) {
    this.batch = batch;
  }

  /** Has the account locked and read. */
  public void need(AccountId account) {
    wanted.add(account.value());
  }

  /** Whether the account is there, and locked by this batch. */
  public boolean has(AccountId account) {
    return purses.containsKey(account.value());
  }

  /** The account's wallet; throws {@link LockedByOthers} where the batch does not wait for it. */
  public Purse of(AccountId account) {
    Purse purse = purses.get(account.value());
    if (purse == null && !batch.waitsForLocks()) {
      throw new LockedByOthers();
    }
    if (purse == null) {
      throw new IllegalStateException("there is no account " + account);
    }
    return purse;
  }

  @Override
  public void read(Handle tx) {
    tx.createQuery(
            "SELECT id, balance, purchased, in_flight, cycle_started_at, cycle_ends_at FROM account"
                + " WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE "
                + (batch.waitsForLocks() ? "" : "SKIP LOCKED"))
        .bindArray("ids", String.class, wanted.toArray())
        .map((row, _) -> purse(row))
        .forEach(purse -> purses.put(purse.account(), purse));
  }

  private Purse purse(ResultSet row) throws SQLException {
    return new Purse(
        entries,
        row.getString("id"),
        batch.now(),
        new Wallet(
            new Credits(row.getLong("balance")),
            row.getObject("cycle_started_at", OffsetDateTime.class).toInstant(),
            row.getObject("cycle_ends_at", OffsetDateTime.class).toInstant()),
        new Credits(row.getLong("purchased")),
        row.getInt("in_flight"));
  }

  @Override
  public void write(BatchStatement statement) {
    Rows accounts = new Rows(ACCOUNTS);
    purses.values().stream().filter(Purse::isChanged).map(Purse::row).forEach(accounts::add);
    statement.add(accounts);
    statement.add(entries.rows());
  }
}
