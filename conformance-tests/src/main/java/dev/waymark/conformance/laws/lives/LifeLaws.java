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
import java.util.List;

/** From the start of a generation to its end. */
public final class LifeLaws {
  private static final int LOOKS_AT_THE_END = 4;
  private static final List<String> WAY = List.of("pending", "processing");

  private LifeLaws() {}

  public static List<Case> all() {
    return List.of(
        Law.of("a generation completes", LifeLaws::completes, "GEN-01", "GEN-02", "GEN-05"),
        Law.inTime("a generation is cancelled", LifeLaws::cancelled, "GEN-07"),
        Law.of("what has ended is cancelled", LifeLaws::tooLate, "GEN-08"),
        Law.of("a generation fails", LifeLaws::fails, "GEN-13"),
        Law.inTime("another account's generation", LifeLaws::anothers, "GEN-06"));
  }

  private static void completes(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    Jobs jobs = new Jobs(account);
    Exchange started = Read.expect(202, account.send(account.start()));
    String id = Read.text(started, "/generation_id");
    Breach.unlessSame("GEN-01", "the status", "pending", Read.text(started, "/status"), started);
    String location = started.header("Location").orElse("absent");
    Breach.unless(
        location.endsWith("/api/v1/generations/" + id), "GEN-01", "Location leads away", started);
    Breach.unless(started.header("Retry-After").isPresent(), "GEN-01", "no poll hint", started);
    Exchange ended = watched(jobs, id);
    for (int look = 0; look < LOOKS_AT_THE_END; look++) {
      Exchange again = Read.expect(200, jobs.get(id));
      Breach.unlessSame(
          "GEN-02", "one that has ended", Jobs.outcome(ended), Jobs.outcome(again), ended, again);
      account.bench().target().passage().pass(Duration.ofMillis(20));
    }
    Breach.unlessSame(
        "GEN-02", "its end", "completed", Read.text(ended, "/status"), started, ended);
    Breach.unless(
        !Read.text(ended, "/output_url").isEmpty(),
        "GEN-02",
        "completed, and no output_url",
        ended);
    Breach.unless(
        ended.header("Retry-After").isEmpty(), "GEN-05", "a finished one is to be polled", ended);
    ruling.restIsKept("it goes from pending to completed, and stays so");
  }

  /** Only ever forward. */
  private static Exchange watched(Jobs jobs, String id) {
    String last = "pending";
    for (int look = 0; look < 10; look++) {
      Exchange seen = Read.expect(200, jobs.get(id));
      String status = Read.text(seen, "/status");
      if (Jobs.FINAL.contains(status)) {
        return seen;
      }
      Breach.unless(
          WAY.indexOf(status) >= WAY.indexOf(last),
          "GEN-02",
          "after %s it is %s".formatted(last, status),
          seen);
      Breach.unless(
          seen.header("Retry-After").isPresent(), "GEN-05", "no poll hint while " + status, seen);
      last = status;
    }
    return jobs.ended(id);
  }

  private static void cancelled(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench()).sandbox();
    Jobs jobs = new Jobs(account);
    String id = jobs.started(jobs.held("a picture"));
    Exchange before = Read.expect(200, jobs.get(id));
    Breach.unless(before.header("Retry-After").isPresent(), "GEN-07", "no poll hint", before);
    Exchange first = jobs.cancel(id);
    Breach.unlessSame("GEN-07", "the status of a cancel", 200, first.status(), first);
    Breach.unlessSame("GEN-07", "what it tells", "cancelled", Read.text(first, "/status"), first);
    Exchange second = jobs.cancel(id);
    Breach.unlessSame("GEN-07", "the status of a second cancel", 200, second.status(), second);
    Breach.unlessSame(
        "GEN-07", "what it tells", Jobs.outcome(first), Jobs.outcome(second), first, second);
    for (int look = 0; look < LOOKS_AT_THE_END; look++) {
      Exchange seen = Read.expect(200, jobs.get(id));
      Breach.unlessSame(
          "GEN-07", "the cancelled one", Jobs.outcome(first), Jobs.outcome(seen), first, seen);
    }
    ruling.restIsKept("it stays as the first cancel has left it");
  }

  private static void tooLate(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench()).sandbox();
    Jobs jobs = new Jobs(account);
    for (String id :
        List.of(jobs.started(jobs.plain("a picture")), jobs.started(jobs.failing("a picture")))) {
      Exchange ended = jobs.ended(id);
      Exchange cancel = jobs.cancel(id);
      Breach.unlessSame(
          "GEN-08", "a cancel", "GENERATION_NOT_CANCELLABLE", cancel.code(), ended, cancel);
      Breach.unlessSame(
          "GEN-08",
          "the status it tells",
          Read.text(ended, "/status"),
          Read.text(cancel, "/status"),
          cancel);
      Breach.unlessSame("GEN-08", "it", Jobs.outcome(ended), Jobs.outcome(jobs.get(id)), cancel);
    }
    ruling.restIsKept("what has ended in another way is not cancelled");
  }

  private static void fails(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench()).sandbox();
    Jobs jobs = new Jobs(account);
    Exchange started = Read.expect(202, account.send(jobs.failing("a picture")));
    Exchange ended = jobs.ended(Read.text(started, "/generation_id"));
    JsonNode error = Read.json(ended).path("error");
    Breach.unlessSame("GEN-13", "error", "GENERATION_FAILED", error.path("error").asText(), ended);
    Breach.unlessSame(
        "GEN-13",
        "its request_id",
        started.header("X-Request-Id").orElse("absent"),
        error.path("request_id").asText(),
        ended);
    Breach.unlessSame(
        "GEN-13", "its charge", "released", error.at("/charge/state").asText(), ended);
    Breach.unlessSame(
        "GEN-13", "what was released", jobs.price(), error.at("/charge/credits").asLong(), ended);
    ruling.restIsKept("its error names the start and what was released");
  }

  private static void anothers(Ruling ruling) {
    Account owner = Accounts.roomy(ruling.bench()).sandbox();
    Account stranger = Accounts.roomy(ruling.bench()).sandbox();
    Jobs jobs = new Jobs(owner);
    String id = jobs.started(jobs.held("a picture"));
    Jobs strange = new Jobs(stranger);
    for (Exchange refused :
        List.of(
            strange.get(id), strange.cancel(id), strange.get("gen_none"), strange.cancel("x"))) {
      Breach.unless(
          refused.status() == 404 && refused.code().equals("GENERATION_NOT_FOUND"),
          "GEN-06",
          Read.said(refused),
          refused);
    }
    String status = Read.text(Read.expect(200, jobs.get(id)), "/status");
    Breach.unless(!Jobs.FINAL.contains(status), "GEN-06", "its owner finds it " + status);
    ruling.restIsKept("only its account finds it");
  }
}
