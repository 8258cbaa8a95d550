package dev.waymark.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.ids.AccountId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What holds of an account at every commit, whatever has happened to it. */
public final class LedgerLaw {
  private LedgerLaw() {}

  /**
   * Σ entries = balance ≥ bought credits ≥ 0; in flight is what has not ended; one hold for each
   * generation; one end for each that is finished, of the right kind and size, and none for the
   * others.
   */
  public static void holds(Jdbi jdbi, AccountId account) {
    jdbi.useHandle(handle -> {
      List<Entry> entries = entries(handle, account);
      assertThat(runningBalances(entries))
          .as("balances after the entries of %s", account)
          .isEqualTo(entries.stream().map(Entry::balanceAfter).toList())
          .allMatch(balance -> balance >= 0);
      assertThat(balance(handle, account))
          .as("balance of %s against Σ entries", account)
          .isEqualTo(entries.stream().mapToLong(Entry::credits).sum());
      assertThat(
              number(
                  handle,
                  account,
                  "SELECT coalesce(sum(purchased), 0) FROM ledger_entry WHERE account_id = ?"))
          .as("bought credits of %s by its entries", account)
          .isEqualTo(number(handle, account, "SELECT purchased FROM account WHERE id = ?"))
          .isBetween(0L, balance(handle, account));
      assertThat(number(handle, account, "SELECT in_flight FROM account WHERE id = ?"))
          .as("generations of %s in flight", account)
          .isEqualTo(
              number(
                  handle,
                  account,
                  "SELECT count(*) FROM generation WHERE account_id = ? AND status IN ('pending', 'processing')"));
      assertThat(movements(entries))
          .as("holds and ends of the generations of %s", account)
          .isEqualTo(expectedMovements(handle, account));
    });
  }

  private static List<Long> runningBalances(List<Entry> entries) {
    long[] sum = {0};
    return entries.stream().map(entry -> sum[0] += entry.credits()).toList();
  }

  private static Map<String, List<String>> movements(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> !entry.generation().isEmpty())
        .collect(
            Collectors.groupingBy(
                Entry::generation,
                Collectors.mapping(
                    entry -> entry.kind() + " " + entry.credits(), Collectors.toList())));
  }

  private static Map<String, List<String>> expectedMovements(Handle handle, AccountId account) {
    return handle
        .createQuery(
            "SELECT id, status, credits_estimate, credits_used FROM generation WHERE account_id = ?")
        .bind(0, account.value())
        .map((row, _) ->
            Map.entry(
                row.getString("id"),
                expected(
                    row.getString("status"),
                    row.getLong("credits_estimate"),
                    row.getLong("credits_used"))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<String> expected(String status, long estimate, long used) {
    String hold = "hold " + -estimate;
    return switch (status) {
      case "pending", "processing" -> List.of(hold);
      case "completed" -> List.of(hold, "settle " + (estimate - used));
      default -> List.of(hold, "release " + estimate);
    };
  }

  private static long balance(Handle handle, AccountId account) {
    return number(handle, account, "SELECT balance FROM account WHERE id = ?");
  }

  private static long number(Handle handle, AccountId account, String query) {
    return handle.createQuery(query).bind(0, account.value()).mapTo(Long.class).one();
  }

  private static List<Entry> entries(Handle handle, AccountId account) {
    return handle
        .createQuery(
            "SELECT kind, credits, balance_after, coalesce(generation_id, '') AS generation"
                + " FROM ledger_entry WHERE account_id = ? ORDER BY id")
        .bind(0, account.value())
        .map((row, _) ->
            new Entry(
                row.getString("kind"),
                row.getLong("credits"),
                row.getLong("balance_after"),
                row.getString("generation")))
        .list();
  }

  private record Entry(String kind, long credits, long balanceAfter, String generation) {}
}
