package dev.waymark.conformance.laws.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.laws.means.AtOnce;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Law;
import dev.waymark.conformance.laws.means.Pages;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.laws.means.Ruling;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.verdicts.Verdict;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogue as it is served, and what HEAD and request ids owe. */
public final class CatalogueLaws {
  private static final String ERRORS = "/api/v1/errors";
  private static final int MOST_PAGES = 20;

  private CatalogueLaws() {}

  public static List<Case> all() {
    return List.of(
        Law.of("the catalogue is read", CatalogueLaws::pages, "ERR-11"),
        Law.of("each row is read", CatalogueLaws::rows, "ERR-12"),
        Law.of("HEAD in the place of GET", CatalogueLaws::head, "HTTP-07", "ERR-05"),
        Law.of("many calls at once", CatalogueLaws::ids, "ERR-06"),
        Law.inTime("a call is looked up", Lookups::found, "REQ-01", "REQ-02", "REQ-03"));
  }

  /** A server may have rows of its own, and those of the contract as they are. */
  private static void pages(Ruling ruling) {
    Map<String, JsonNode> served = new HashMap<>();
    String query = "?limit=25";
    for (int page = 0; page < MOST_PAGES && !query.isEmpty(); page++) {
      Exchange answer = Read.expect(200, ruling.bench().send(Request.get(ERRORS + query)));
      Read.data(answer).forEach(row -> served.put(row.path("error").asText(), row));
      String next = Pages.next(answer);
      query = next.isEmpty() ? "" : "?limit=25" + next;
    }
    ruling
        .bench()
        .contract()
        .catalogue()
        .forEach(row -> {
          JsonNode told = served.get(row.code());
          if (told == null) {
            throw new Breach("ERR-11", "the catalogue has no " + row.code());
          }
          judge(ruling, "ERR-11", row, told);
        });
    ruling.restIsKept("every row of the contract is listed as it is");
  }

  private static void rows(Ruling ruling) {
    for (CatalogueRow row : ruling.bench().contract().catalogue()) {
      Exchange answer = ruling.bench().send(Request.get(ERRORS + "/" + row.code()));
      Breach.unlessSame("ERR-12", "the status of a row", 200, answer.status(), answer);
      judge(ruling, "ERR-12", row, Read.json(answer));
    }
    Exchange none = ruling.bench().send(Request.get(ERRORS + "/NO_SUCH_CODE"));
    ruling.same("ERR-12", "a row that is none", "ERROR_NOT_FOUND", none.code(), none);
  }

  /** Programs go by these; of sentences it is said if they are others. */
  private static void judge(Ruling ruling, String rule, CatalogueRow row, JsonNode told) {
    same(rule, row, "status", row.status(), told.path("status").asInt(-1));
    same(rule, row, "charge", row.charge(), told.path("charge").asText());
    same(rule, row, "counts", row.counts(), told.path("counts").asBoolean());
    same(rule, row, "strategy", row.strategy(), told.at("/retry/strategy").asText());
    Set<String> extras =
        told.path("extras")
            .valueStream()
            .map(extra -> extra.path("name").asText())
            .collect(Collectors.toSet());
    row.extras().stream()
        .map(CatalogueRow.Extra::name)
        .filter(extra -> !extras.contains(extra))
        .forEach(extra -> {
          throw new Breach(rule, "%s has no extra %s".formatted(row.code(), extra));
        });
    if (!row.message().equals(told.path("message").asText())
        || !row.next().equals(told.path("next").asText())) {
      ruling.bench().add(rule, Verdict.WARN, "the sentences of " + row.code() + " are others");
    }
  }

  private static void same(String rule, CatalogueRow row, String name, Object owed, Object seen) {
    Breach.unlessSame(rule, name + " of " + row.code(), owed, seen);
  }

  private static void head(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    for (String target :
        List.of(
            "/api/v1/account",
            "/api/v1/models",
            ERRORS + "/RATE_LIMIT",
            "/api/v1/nowhere",
            "/api/v1/generations/gen_none",
            "/api/v1/requests/req_none",
            "/api/v1/models?limit=0")) {
      Exchange get = account.get(target);
      Exchange head = account.send(Request.get(target).withMethod("HEAD"));
      Breach.unlessSame("HTTP-07", "the status of " + target, get.status(), head.status(), head);
      Breach.unless(head.body().length == 0, "HTTP-07", "HEAD has a body", head);
      Breach.unlessSame("HTTP-07", "Content-Type", get.mediaType(), head.mediaType(), get, head);
      Breach.unlessSame("ERR-05", "X-Error-Code of HEAD", get.code(), head.code(), get, head);
      if (get.status() >= 400) {
        Breach.unlessSame("ERR-05", "X-Error-Code", Read.text(get, "/error"), get.code(), get);
      }
    }
    ruling.restIsKept("HEAD answers as GET does, without the body");
  }

  private static void ids(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    List<Exchange> calls = AtOnce.times(24, () -> account.get("/api/v1/generations/gen_none"));
    for (Exchange call : calls) {
      Breach.unlessSame(
          "ERR-06",
          "request_id",
          call.header("X-Request-Id").orElse("absent"),
          Read.text(call, "/request_id"),
          call);
    }
    long different =
        calls.stream().map(call -> call.header("X-Request-Id").orElse("")).distinct().count();
    ruling.same("ERR-06", "the number of request ids", (long) calls.size(), different);
  }
}
