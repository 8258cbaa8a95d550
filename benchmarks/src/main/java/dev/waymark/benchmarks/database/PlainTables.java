package dev.waymark.benchmarks.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The tables of the plain variant: the same keys and indexes, and no guard at all. */
public final class PlainTables {
  private static final String[] TABLES = {
    "CREATE SCHEMA IF NOT EXISTS plain",
    "CREATE TABLE IF NOT EXISTS plain.account (id text PRIMARY KEY, balance bigint NOT NULL CHECK (balance >= 0))",
    """
    CREATE TABLE IF NOT EXISTS plain.ledger_entry (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, account_id text NOT NULL, kind text NOT NULL,
      credits bigint NOT NULL, balance_after bigint NOT NULL, generation_id text,
      created_at timestamptz NOT NULL DEFAULT now())
    """,
    "CREATE INDEX IF NOT EXISTS ledger_entry_by_account ON plain.ledger_entry (account_id, id)",
    """
    CREATE TABLE IF NOT EXISTS plain.generation (
      id text PRIMARY KEY, account_id text NOT NULL, status text NOT NULL, model text NOT NULL,
      prompt text NOT NULL, parameters json NOT NULL, credits_estimate bigint NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now())
    """,
    "CREATE INDEX IF NOT EXISTS generation_by_account ON plain.generation (account_id, id DESC)",
    """
    CREATE TABLE IF NOT EXISTS plain.idempotency_record (
      account_id text NOT NULL, key text NOT NULL, made text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (account_id, key))
    """
  };

  private final Database database;

  public PlainTables(Database database) {
    this.database = database;
  }

  public void make() throws SQLException {
    database.run(TABLES);
  }

  /** A full wallet under each of these names. */
  public void open(List<String> names) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO plain.account VALUES (?, 1000000000000) ON CONFLICT DO NOTHING")) {
      for (String name : names) {
        insert.setString(1, name);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
