package dev.waymark.conformance.subject;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** An account's wallet as the database has it, for comparison with what the wire says. */
public record Wallet(Jdbi jdbi, String account) {

  public long balance() {
    return number("SELECT balance FROM account WHERE id = :account");
  }

  public long sumOfEntries() {
    return number("SELECT coalesce(sum(credits), 0) FROM ledger_entry WHERE account_id = :account");
  }

  /** What the entries of this kind add up to. */
  public long sum(String kind) {
    return number(
        "SELECT coalesce(sum(credits), 0) FROM ledger_entry WHERE account_id = :account AND kind = '%s'"
            .formatted(kind));
  }

  /** The kinds of a generation's entries, in their order. */
  public List<String> entriesOf(String generation) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT kind FROM ledger_entry WHERE account_id = :account AND generation_id = :generation ORDER BY id")
            .bind("account", account)
            .bind("generation", generation)
            .mapTo(String.class)
            .list());
  }

  public long count(String kind) {
    return number(
        "SELECT count(*) FROM ledger_entry WHERE account_id = :account AND kind = '%s'"
            .formatted(kind));
  }

  /**
   * Books the difference, so that this much is left, of added credits as much as there is room for.
   */
  public void leave(long credits) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                WITH before AS (SELECT balance, purchased FROM account WHERE id = :account FOR UPDATE),
                     changed AS (UPDATE account a
                                 SET balance = :credits, purchased = least(before.purchased, :credits)
                                 FROM before WHERE a.id = :account)
                INSERT INTO ledger_entry
                  (account_id, kind, credits, balance_after, purchased, purchased_after, created_at)
                SELECT :account, 'adjust', :credits - balance, :credits,
                       least(purchased, :credits) - purchased, least(purchased, :credits), now()
                FROM before WHERE balance <> :credits
                """)
            .bind("account", account)
            .bind("credits", credits)
            .execute());
  }

  private long number(String sql) {
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("account", account).mapTo(Long.class).one());
  }
}
