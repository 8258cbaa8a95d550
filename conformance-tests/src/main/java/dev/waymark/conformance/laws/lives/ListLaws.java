package dev.waymark.conformance.laws.lives;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Jobs;
import dev.waymark.conformance.laws.means.Law;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.laws.means.Ruling;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lists of generations: pages, filters, and whose they are. */
public final class ListLaws {
  private static final String LIST = "/api/v1/generations";
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
            "LIST-07"));
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
    List<String> seen = new ArrayList<>();
    String query = "?limit=2";
    for (int page = 0; page < ENTRIES && !query.isEmpty(); page++) {
      Exchange answer = Read.expect(200, account.get(LIST + query));
      Breach.unless(ids(answer).size() <= 2, "LIST-01", "a page holds more than limit", answer);
      seen.addAll(ids(answer));
      String cursor = Read.json(answer).path("next_cursor").asText();
      boolean isLast = cursor.isEmpty();
      Breach.unlessSame(
          "LIST-02",
          "whether Link names a next page",
          !isLast,
          answer.header("Link").orElse("").contains("rel=\"next\""),
          answer);
      query = isLast ? "" : "?limit=2&cursor=" + cursor;
      if (page == 0) {
        jobs.started(jobs.held("what comes meanwhile"));
      }
    }
    Breach.unlessSame("LIST-07", "what the pages hold together", newestFirst, seen);
    Exchange failed = Read.expect(200, account.get(LIST + "?status=failed&limit=100"));
    Breach.unlessSame("LIST-03", "those that have failed", newestFirst, ids(failed), failed);
    Exchange none = Read.expect(200, account.get(LIST + "?status=completed"));
    Breach.unlessSame("LIST-03", "those that are completed", List.of(), ids(none), none);
    Exchange strange = Read.expect(200, Accounts.roomy(ruling.bench()).get(LIST));
    Breach.unlessSame("LIST-06", "another account's list", List.of(), ids(strange), strange);
    ruling.restIsKept("each generation once, newest first, for its account only");
  }

  private static List<String> ids(Exchange page) {
    return Read.data(page).stream()
        .map((JsonNode one) -> one.path("generation_id").asText())
        .toList();
  }
}
