package dev.waymark.conformance.laws.means;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What an account is told of its credits. */
public record Purse(Account account) {
  private static final String TRANSACTIONS = "/api/v1/account/transactions?limit=100";
  private static final int MOST_PAGES = 20;

  /** An entry of the ledger. */
  public record Entry(String type, long credits, long after, String generation, long charged) {
    static Entry of(JsonNode entry) {
      return new Entry(
          entry.path("type").asText(),
          entry.path("credits").asLong(),
          entry.path("balance_after").asLong(Long.MIN_VALUE),
          entry.path("generation_id").asText(),
          entry.path("charged").asLong());
    }

    public boolean isTerminal() {
      return type.equals("settle") || type.equals("release");
    }
  }

  public long balance() {
    return account.balance();
  }

  /** What is held for generations in flight. */
  public long held() {
    return Read.json(Read.expect(200, account.get("/api/v1/account")))
        .at("/credits/held")
        .asLong(-1);
  }

  /** All entries, the oldest first. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    String target = TRANSACTIONS;
    for (int page = 0; page < MOST_PAGES && !target.isEmpty(); page++) {
      Exchange answer = Read.expect(200, account.get(target));
      Read.data(answer).stream().map(Entry::of).forEach(entries::add);
      String next = Pages.next(answer);
      target = next.isEmpty() ? "" : TRANSACTIONS + next;
    }
    Collections.reverse(entries);
    return entries;
  }

  /** The entries that are about a generation, the oldest first. */
  public List<Entry> entriesOf(String generation) {
    return entries().stream().filter(entry -> entry.generation().equals(generation)).toList();
  }

  /** Their types, in one line. */
  public static String types(List<Entry> entries) {
    return String.join(" ", entries.stream().map(Entry::type).toList());
  }
}
