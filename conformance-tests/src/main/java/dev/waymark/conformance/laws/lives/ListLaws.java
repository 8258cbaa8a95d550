package dev.waymark.conformance.laws.lives;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Jobs;
import dev.waymark.conformance.laws.means.Law;
import dev.waymark.conformance.laws.means.Operator;
import dev.waymark.conformance.laws.means.Pages;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.laws.means.Ruling;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lists: pages, filters, and whose they are. */
public final class ListLaws {
  private static final String LIST = "/api/v1/generations";
  private static final String ID = "generation_id";
  private static final String TRANSACTIONS = "/api/v1/account/transactions";
  private static final int ENTRIES = 3;

  private ListLaws() {}

  public static List<Case> all() {
    return List.of(
        Law.of(
            "pages of generations",
            ListLaws::pages,
            "LIST-01",
            "LIST-02",
            "LIST-03",
            "LIST-06",
            "LIST-07"),
        Law.of("pages of other lists", ListLaws::otherLists, "LIST-01", "LIST-02"));
  }

  private static void pages(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench()).sandbox();
    Jobs jobs = new Jobs(account);
    List<String> newestFirst = new ArrayList<>();
    for (int number = 0; number < ENTRIES; number++) {
      newestFirst.addFirst(jobs.started(jobs.failing("a picture")));
      jobs.ended(newestFirst.getFirst());
      ruling.bench().target().passage().pass(Duration.ofMillis(2));
    }
    List<JsonNode> seen =
        new Pages(account, LIST, 2).read(() -> jobs.started(jobs.held("what comes meanwhile")));
    Breach.unlessSame("LIST-07", "what the pages hold together", newestFirst, all(seen, ID));
    Exchange failed = Read.expect(200, account.get(LIST + "?status=failed&limit=100"));
    Breach.unlessSame(
        "LIST-03", "those that have failed", newestFirst, all(Read.data(failed), ID), failed);
    Exchange none = Read.expect(200, account.get(LIST + "?status=completed"));
    Breach.unlessSame(
        "LIST-03", "those that are completed", List.of(), all(Read.data(none), ID), none);
    Exchange strange = Read.expect(200, Accounts.roomy(ruling.bench()).get(LIST));
    Breach.unlessSame(
        "LIST-06", "another account's list", List.of(), all(Read.data(strange), ID), strange);
    ruling.restIsKept("each generation once, newest first, for its account only");
  }

  /** Short pages hold what one long page holds, and that is what was done. */
  private static void otherLists(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    Operator operator = new Operator(ruling.bench());
    List<String> newestFirst = new ArrayList<>();
    for (int credits = 1; credits <= ENTRIES; credits++) {
      Read.expect(201, operator.change(account, "topup", credits));
      account.withScopes(List.of("account:read"));
      newestFirst.addFirst("" + credits);
    }
    List<JsonNode> ledger = same(account, TRANSACTIONS, "transaction_id");
    Breach.unlessSame(
        "LIST-01",
        "the newest of the ledger",
        newestFirst,
        all(ledger, "credits").stream().limit(ENTRIES).toList());
    int keys = same(account, "/api/v1/keys", "key_id").size();
    Breach.unless(
        keys > ENTRIES, "LIST-01", "%d keys are listed, and more were made".formatted(keys));
    same(account, "/api/v1/models", "model");
    ruling.restIsKept("short pages hold what a long one holds");
  }

  private static List<JsonNode> same(Account account, String path, String id) {
    List<JsonNode> inShort = new Pages(account, path, 2).read();
    List<JsonNode> inLong = new Pages(account, path, 100).read();
    Breach.unlessSame(
        "LIST-01", "what pages of " + path + " hold", all(inLong, id), all(inShort, id));
    return inShort;
  }

  private static List<String> all(List<JsonNode> entries, String field) {
    return entries.stream().map(entry -> entry.path(field).asText()).toList();
  }
}
