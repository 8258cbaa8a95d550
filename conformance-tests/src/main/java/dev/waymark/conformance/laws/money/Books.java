package dev.waymark.conformance.laws.money;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Purse;
import dev.waymark.conformance.laws.means.Purse.Entry;
import java.util.List;
import java.util.Map;

/** An account's entries, held against what has become of its generations. */
record Books(Account account) {

  /**
   * Nothing where they are right.
   *
   * @param generations their ids, with {@code in flight} or what they have ended as
   * @throws Breach if they are not
   */
  void judge(Map<String, String> generations, long price) {
    List<Entry> entries = new Purse(account).entries();
    addUp(entries);
    generations.forEach((id, end) -> judge(entries, id, end, price));
    long strange =
        entries.stream()
            .map(Entry::generation)
            .filter(id -> !id.isEmpty() && !generations.containsKey(id))
            .distinct()
            .count();
    Breach.unlessSame("MONEY-08", "the number of entries about nothing known", 0L, strange);
  }

  void addUp(List<Entry> entries) {
    long sum = 0;
    for (Entry entry : entries) {
      sum += entry.credits();
      Breach.unlessSame("TXN-01", "balance_after of a " + entry.type(), sum, entry.after());
    }
    Breach.unlessSame("TXN-01", "the balance that all entries make", sum, account.balance());
  }

  private static void judge(List<Entry> all, String id, String end, long price) {
    List<Entry> own = all.stream().filter(entry -> entry.generation().equals(id)).toList();
    String owed =
        switch (end) {
          case "in flight" -> "hold";
          case "completed" -> "hold settle";
          default -> "hold release";
        };
    String rule = end.equals("completed") ? "MONEY-02" : "MONEY-03";
    Breach.unlessSame(
        end.equals("in flight") ? "MONEY-01" : rule,
        "the entries of one that is " + end,
        owed,
        Purse.types(own));
    Breach.unlessSame("MONEY-01", "the credits of a hold", -price, own.getFirst().credits());
    if (end.equals("completed")) {
      Entry settle = own.getLast();
      Breach.unlessSame(
          "TXN-03", "charged and given back", price, settle.charged() + settle.credits());
    } else if (!end.equals("in flight")) {
      Breach.unlessSame(rule, "the credits of a release", price, own.getLast().credits());
    }
  }
}
