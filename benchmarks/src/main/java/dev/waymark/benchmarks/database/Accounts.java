package dev.waymark.benchmarks.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes accounts with full wallets and their keys, straight in the tables. */
public final class Accounts {
  /** Enough for any run, and far below what a bigint takes. */
  static final long CREDITS = 1_000_000_000_000L;

  private static final String ACCOUNT =
      "INSERT INTO account (id, name, plan, balance, cycle_started_at, cycle_ends_at, created_at)"
          + " VALUES (?, 'Benchmark', 'pro', ?, now(), now() + interval '30 days', now())";
  private static final String GRANT =
      "INSERT INTO ledger_entry (account_id, kind, credits, balance_after, created_at)"
          + " VALUES (?, 'grant', ?, ?, now())";
  private static final String KEY =
      "INSERT INTO api_key (id, account_id, name, prefix, hash, scopes, created_at)"
          + " VALUES (?, ?, 'Benchmark', ?, ?, '{generations:read,generations:write}', now())";

  private final Database database;

  public Accounts(Database database) {
    this.database = database;
  }

  /** So many accounts with so many keys each; the keys of an account stand side by side. */
  public List<String> make(String group, int accounts, int keysEach) throws SQLException {
    List<String> keys = new ArrayList<>();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        // The guards want account and entry in one statement; here they are in one transaction.
        statement.execute("SET LOCAL session_replication_role = replica");
      }
      try (PreparedStatement account = connection.prepareStatement(ACCOUNT);
          PreparedStatement grant = connection.prepareStatement(GRANT);
          PreparedStatement key = connection.prepareStatement(KEY)) {
        for (int number = 0; number < accounts; number++) {
          String id = id("acc_", group, number);
          account.setString(1, id);
          account.setLong(2, CREDITS);
          account.executeUpdate();
          grant.setString(1, id);
          grant.setLong(2, CREDITS);
          grant.setLong(3, CREDITS);
          grant.executeUpdate();
          for (int one = 0; one < keysEach; one++) {
            String text = text(group, number * keysEach + one);
            key.setString(1, id("key_", group, number * keysEach + one));
            key.setString(2, id);
            key.setString(3, text.substring(0, 12));
            key.setBytes(4, sha256(text));
            key.executeUpdate();
            keys.add(text);
          }
        }
      }
      connection.commit();
    }
    return keys;
  }

  /** Of the form of our ids: a word and 26 digits and capitals. */
  static String id(String prefix, String group, long number) {
    return prefix + "0%5s%020d".formatted(group.toUpperCase(Locale.ROOT), number).replace(' ', '0');
  }

  /** What the ids of a group's accounts begin with; 20 digits follow. */
  static String start(String group) {
    String first = id("acc_", group, 0);
    return first.substring(0, first.length() - 20);
  }

  // Of the form of our keys. Nothing here is worth a random one.
  private static String text(String group, int number) {
    return "wm_live_" + "%5s%038d".formatted(group, number).replace(' ', '0');
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
