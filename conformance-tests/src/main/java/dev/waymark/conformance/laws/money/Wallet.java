package dev.waymark.conformance.laws.money;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Jobs;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a wallet must hold: a model of one sandbox, whose generations stay in flight until they are
 * cancelled, or have ended before the next step.
 */
final class Wallet {
  private final Account account;
  private final Jobs jobs;
  private final long price;
  private final int slots;
  private final Map<String, String> generations = new LinkedHashMap<>();
  private long balance;

  private Wallet(Account account) {
    this.account = account;
    this.jobs = new Jobs(account);
    this.price = jobs.price();
    JsonNode told = Read.json(Read.expect(200, account.get("/api/v1/account")));
    this.slots = told.at("/plan/concurrent_generations").asInt();
    this.balance = told.at("/credits/balance").asLong();
  }

  static void carryOut(List<Spending> steps, Bench bench) {
    Wallet wallet = new Wallet(Accounts.roomy(bench).sandbox());
    for (Spending step : steps) {
      wallet.does(step);
      Breach.unlessSame(
          "MONEY-08", "the balance after " + step, wallet.balance, wallet.account.balance());
    }
    new Books(wallet.account).judge(wallet.generations, wallet.price);
  }

  private void does(Spending step) {
    switch (step) {
      case Spending.Start() -> start(jobs.held("a picture"));
      case Spending.StartAndFail() -> ends(start(jobs.failing("a picture")), "failed");
      case Spending.StartAndComplete() -> ends(start(jobs.plain("a picture")), "completed");
      case Spending.Cancel(int which) -> cancel(which);
      case Spending.Look(int which) -> look(which);
      case Spending.Quote() ->
          Breach.unlessSame("MONEY-09", "the price that a quote tells", price, jobs.price());
      case Spending.WrongStart() ->
          refused(422, Request.post("/api/v1/generate", account.startBody("")));
      case Spending.TooDear() ->
          refused(402, jobs.plain("dear").with("X-Max-Credits", String.valueOf(price - 1)));
      case Spending.Failure(String code) ->
          refused(
              account.bench().contract().row(code).status(),
              jobs.plain("a picture").with("X-Test-Error", code));
    }
  }

  /** The id; empty where there was no room, or too little credit. */
  private String start(Request request) {
    if (inFlight() >= slots || balance < price) {
      refused(balance < price ? 402 : 429, request);
      return "";
    }
    Exchange started = Read.expect(202, account.send(request));
    balance -= price;
    String id = Read.text(started, "/generation_id");
    generations.put(id, "in flight");
    told("MONEY-04", started, price);
    Breach.unlessSame(
        "MONEY-01",
        "credits_estimate",
        price,
        Read.json(started).path("credits_estimate").asLong(),
        started);
    return id;
  }

  private void ends(String id, String status) {
    if (id.isEmpty()) {
      return;
    }
    Exchange ended = jobs.ended(id);
    boolean completes = status.equals("completed");
    String rule = completes ? "MONEY-02" : "MONEY-03";
    Breach.unlessSame(rule, "the status", status, Read.text(ended, "/status"), ended);
    Breach.unlessSame(
        rule,
        "credits_used",
        completes ? price : 0L,
        Read.json(ended).path("credits_used").asLong(-1),
        ended);
    balance += completes ? 0 : price;
    generations.put(id, status);
  }

  private void cancel(int which) {
    if (generations.isEmpty()) {
      return;
    }
    String id = new ArrayList<>(generations.keySet()).get(which % generations.size());
    String status = end(id);
    Exchange cancelled = jobs.cancel(id);
    boolean may = status.equals("in flight") || status.equals("cancelled");
    Breach.unlessSame(
        "GEN-08",
        "the status of the cancel of one that is " + status,
        may ? 200 : 409,
        cancelled.status(),
        cancelled);
    if (status.equals("in flight")) {
      balance += price;
      generations.put(id, "cancelled");
    }
    if (may) {
      told("MONEY-03", cancelled, 0);
    }
  }

  private void look(int which) {
    if (!generations.isEmpty()) {
      String id = new ArrayList<>(generations.keySet()).get(which % generations.size());
      Exchange seen = Read.expect(200, jobs.get(id));
      String status = Read.text(seen, "/status");
      boolean isInFlight = end(id).equals("in flight");
      Breach.unless(
          isInFlight ? !Jobs.FINAL.contains(status) : status.equals(end(id)),
          "GEN-02",
          "one that is %s is told to be %s".formatted(end(id), status),
          seen);
    }
  }

  private void refused(int status, Request request) {
    Exchange refused = account.send(request);
    Breach.unlessSame(
        "MONEY-08", "the status of what is to be refused", status, refused.status(), refused);
    if (refused.header("X-Credits-Remaining").isPresent()) {
      told("MONEY-04", refused, 0);
    }
  }

  private void told(String rule, Exchange answer, long charged) {
    Breach.unlessSame(
        rule, "X-Credits-Charged", charged, Read.number(answer, "X-Credits-Charged"), answer);
    Breach.unlessSame(
        rule, "X-Credits-Remaining", balance, Read.number(answer, "X-Credits-Remaining"), answer);
  }

  private String end(String id) {
    return generations.getOrDefault(id, "unknown");
  }

  private long inFlight() {
    return generations.values().stream().filter("in flight"::equals).count();
  }
}
