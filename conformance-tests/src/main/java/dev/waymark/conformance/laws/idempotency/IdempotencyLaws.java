package dev.waymark.conformance.laws.idempotency;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Jobs;
import dev.waymark.conformance.laws.means.Law;
import dev.waymark.conformance.laws.means.Operator;
import dev.waymark.conformance.laws.means.Purse;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.laws.means.Ruling;
import dev.waymark.conformance.laws.schedules.InAnyOrder;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.List;

/** The same call again has no second effect. */
public final class IdempotencyLaws {
  private static final int LENGTH = 10;
  private static final String KEY = "Idempotency-Key";

  private static final List<Resend> EVERYTHING =
      List.of(
          new Resend.Together(0, 0, 6),
          new Resend.Post(0, 0),
          new Resend.Post(0, 1),
          new Resend.Refused(1),
          new Resend.Post(1, 1),
          new Resend.Refused(1),
          new Resend.Cancel(0),
          new Resend.Post(0, 0));

  private IdempotencyLaws() {}

  /** Random schedules come from the seed. */
  public static List<Case> all(long seed) {
    return List.of(
        Law.of(
            "starts are sent again",
            ruling -> anySchedule(ruling, seed),
            "IDEM-01",
            "IDEM-02",
            "IDEM-03",
            "IDEM-05",
            "IDEM-06"),
        Law.of("one key of two accounts", IdempotencyLaws::scope, "IDEM-04"),
        Law.of("one body in other words", IdempotencyLaws::canonical, "IDEM-08"),
        Law.of("a start is sent again after its end", IdempotencyLaws::afterTheEnd, "IDEM-09"),
        Law.of(
            "keys, accounts and credits are made again",
            IdempotencyLaws::creations,
            "IDEM-10",
            "IDEM-11"),
        Law.of("a secret is asked for again", IdempotencyLaws::secrets, "IDEM-12"));
  }

  private static void anySchedule(Ruling ruling, long seed) {
    new InAnyOrder<>(EVERYTHING, LENGTH, Resend::draw, Resend::smaller, FirstAnswers::carryOut)
        .require(seed, ruling.bench());
    ruling.restIsKept("random resends of seed " + seed + " have one effect for each key");
  }

  private static void scope(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    Account other = Accounts.roomy(ruling.bench());
    Request start = account.start().with(KEY, "shared");
    Exchange first = Read.expect(202, account.send(start));
    Replay.judge("IDEM-04", first, account.withKey("{\"name\":\"another key\"}").send(start));
    Exchange elsewhere = other.send(start);
    ruling.on(
        "IDEM-04",
        elsewhere.status() == 202
            && elsewhere.header("Idempotent-Replayed").orElse("").equals("false"),
        "a key is free for another account",
        first,
        elsewhere);
  }

  private static void canonical(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    String body = account.startBody("the same");
    Exchange first =
        Read.expect(202, account.send(Request.post("/api/v1/generate", body).with(KEY, "k")));
    String inOtherWords = " " + body.replace("\"the same\"", "\n \"the s\\u0061me\" ") + " ";
    Replay.judge(
        "IDEM-08",
        first,
        account.send(Request.post("/api/v1/generate", inOtherWords).with(KEY, "k")));
    ruling.restIsKept("a body in other words is replayed");
  }

  private static void afterTheEnd(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    Request start = account.start().with(KEY, "k");
    Exchange first = Read.expect(202, account.send(start));
    Exchange ended = new Jobs(account).ended(Read.text(first, "/generation_id"));
    long balance = account.balance();
    Replay.judge("IDEM-09", first, account.send(start));
    ruling.same("IDEM-09", "the balance after a late replay", balance, account.balance(), ended);
  }

  private static void creations(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    Operator operator = new Operator(ruling.bench());
    Request key = Request.post("/api/v1/keys", "{\"name\":\"made once\"}").with(KEY, "k");
    Exchange firstKey = Read.expect(201, account.send(key));
    Replay.judge("IDEM-10", firstKey, account.send(key));
    Exchange keys = account.get("/api/v1/keys?limit=100");
    Breach.unlessSame("IDEM-11", "the number of keys", 2, Read.data(keys).size(), keys);

    Request credits =
        Request.post(
                "/api/v1/admin/accounts/" + account.id() + "/credits",
                "{\"type\":\"topup\",\"credits\":7}")
            .with(KEY, "once-" + account.id());
    long before = account.balance();
    Exchange firstCredits = Read.expect(201, operator.send(credits));
    Replay.judge("IDEM-10", firstCredits, operator.send(credits));
    Breach.unlessSame("IDEM-11", "the balance", before + 7, account.balance(), firstCredits);
    long topups =
        new Purse(account).entries().stream().filter(entry -> entry.type().equals("topup")).count();
    Breach.unlessSame("IDEM-11", "the number of topups", 1L, topups, firstCredits);

    Request made =
        Request.post(
                "/api/v1/admin/accounts",
                "{\"name\":\"conformance twice\",\"plan\":\"%s\"}"
                    .formatted(ruling.bench().target().profile().plans().roomy()))
            .with(KEY, "account-" + account.id());
    Replay.judge("IDEM-10", Read.expect(201, operator.send(made)), operator.send(made));
    ruling.restIsKept("a key, credits and an account are made once");
  }

  private static void secrets(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    Account other =
        account.withKey("{\"name\":\"another\",\"scopes\":[\"keys:write\",\"keys:read\"]}");
    Request key =
        Request.post("/api/v1/keys", "{\"name\":\"secret\",\"scopes\":[\"keys:read\"]}")
            .with(KEY, "k");
    Exchange first = Read.expect(201, account.send(key));
    Exchange elsewhere = other.send(key);
    ruling.same(
        "IDEM-12",
        "what another key of the account gets",
        "IDEMPOTENCY_KEY_REUSED",
        elsewhere.code(),
        first,
        elsewhere);
  }
}
