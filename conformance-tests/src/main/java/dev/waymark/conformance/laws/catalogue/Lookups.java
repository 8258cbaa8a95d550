package dev.waymark.conformance.laws.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Jobs;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.laws.means.Ruling;
import dev.waymark.conformance.targets.Passage;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Calls that are looked up by their ids. */
final class Lookups {
  private static final String REQUESTS = "/api/v1/requests/";
  private static final int LOOKS = 20;
  private static final Duration BETWEEN = Duration.ofMillis(100);

  private Lookups() {}

  static void found(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench()).sandbox();
    Account stranger = Accounts.roomy(ruling.bench());
    Jobs jobs = new Jobs(account);
    Exchange started = account.send(jobs.held("a picture"));
    List<Exchange> calls =
        List.of(
            started,
            account.get("/api/v1/account"),
            account.get("/api/v1/generations/gen_none"),
            account.post("/api/v1/generate", "{}"),
            account.get("/api/v1/nowhere"));
    for (Exchange call : calls) {
      judge(account, call);
    }
    Exchange strange = stranger.get(REQUESTS + id(started));
    Breach.unlessSame(
        "REQ-02", "another account's call", "REQUEST_NOT_FOUND", strange.code(), strange);
    Exchange none = account.get(REQUESTS + "req_none");
    Breach.unlessSame("REQ-02", "no call", "REQUEST_NOT_FOUND", none.code(), none);
    JsonNode record = Read.json(account.get(REQUESTS + id(started)));
    Breach.unlessSame(
        "REQ-03",
        "generation_id",
        Read.text(started, "/generation_id"),
        record.path("generation_id").asText());
    Breach.unlessSame("REQ-03", "charge", "held", record.at("/charge/state").asText(), started);
    ruling.restIsKept("calls are found by their account, as they were");
  }

  private static void judge(Account account, Exchange call) {
    Exchange found = find(account, id(call));
    Breach.unlessSame("REQ-01", "the status of the look at a call", 200, found.status(), found);
    JsonNode record = Read.json(found);
    Breach.unlessSame("REQ-03", "status", call.status(), record.path("status").asInt(), found);
    Breach.unlessSame("REQ-03", "code", call.code(), record.path("code").asText(), found);
    Breach.unlessSame(
        "REQ-03", "method", call.request().method(), record.path("method").asText(), found);
    Breach.unlessSame("REQ-03", "key_id", account.keyId(), record.path("key_id").asText(), found);
  }

  /** Written a little after the answer; real time passes too where the server's is steered. */
  private static Exchange find(Account account, String id) {
    Passage passage = account.bench().target().passage();
    Exchange found = account.send(Request.get(REQUESTS + id));
    for (int look = 0; look < LOOKS && found.status() == 404; look++) {
      passage.pass(BETWEEN);
      if (passage.isSteered()) {
        LockSupport.parkNanos(BETWEEN.toNanos());
      }
      found = account.send(Request.get(REQUESTS + id));
    }
    return found;
  }

  private static String id(Exchange call) {
    return call.header("X-Request-Id").orElse("req_none");
  }
}
