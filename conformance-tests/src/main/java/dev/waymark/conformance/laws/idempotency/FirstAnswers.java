package dev.waymark.conformance.laws.idempotency;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.laws.means.AtOnce;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Jobs;
import dev.waymark.conformance.laws.means.Purse;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must be so when keys are used again: a model of one account, in which every key has the body
 * and the answer that it was first accepted with. What it starts stays in flight.
 */
final class FirstAnswers {
  private record First(int body, Exchange answer) {
    String id() {
      return Read.text(answer, "/generation_id");
    }
  }

  private final Account account;
  private final Jobs jobs;
  private final long price;
  private final long begin;
  private final Map<Integer, First> firsts = new HashMap<>();
  private final Set<String> inFlight = new HashSet<>();

  private FirstAnswers(Account account) {
    this.account = account;
    this.jobs = new Jobs(account);
    this.price = jobs.price();
    this.begin = account.balance();
  }

  static void carryOut(List<Resend> steps, Bench bench) {
    FirstAnswers model = new FirstAnswers(Accounts.roomy(bench).sandbox());
    steps.forEach(model::does);
    model.closes();
  }

  private void does(Resend step) {
    switch (step) {
      case Resend.Post(int key, int body) -> judge(key, body, account.send(start(key, body)));
      case Resend.Refused(int key) -> refused(key);
      case Resend.Together(int key, int body, int count) -> together(key, body, count);
      case Resend.Cancel(int key) -> {
        if (firsts.containsKey(key)) {
          jobs.cancel(firsts.get(key).id());
          inFlight.remove(firsts.get(key).id());
        }
      }
    }
  }

  private void judge(int key, int body, Exchange answer) {
    First first = firsts.get(key);
    if (first == null) {
      Breach.unless(
          answer.status() == 202 && said(answer, "Idempotent-Replayed").equals("false"),
          "IDEM-06",
          "a free key is answered %s, replayed %s"
              .formatted(Read.said(answer), said(answer, "Idempotent-Replayed")),
          answer);
      firsts.put(key, new First(body, answer));
      inFlight.add(firsts.get(key).id());
    } else if (first.body() == body) {
      Replay.judge(first.answer(), answer);
      Breach.unlessSame(
          "IDEM-02", "X-Credits-Charged", "0", said(answer, "X-Credits-Charged"), answer);
      Breach.unlessSame(
          "IDEM-02",
          "X-Credits-Remaining",
          String.valueOf(balance()),
          said(answer, "X-Credits-Remaining"),
          answer);
    } else {
      reused(first, answer);
    }
  }

  private static void reused(First first, Exchange answer) {
    Breach.unless(
        answer.code().equals("IDEMPOTENCY_KEY_REUSED"),
        "IDEM-03",
        "another body under a used key gives " + Read.said(answer),
        first.answer(),
        answer);
    Breach.unlessSame(
        "IDEM-03",
        "original_request_id",
        said(first.answer(), "X-Request-Id"),
        Read.text(answer, "/original_request_id"),
        answer);
  }

  private void refused(int key) {
    Request wrong =
        Request.post("/api/v1/generate", account.startBody("")).with("Idempotency-Key", "k" + key);
    Exchange answer = account.send(wrong);
    if (firsts.containsKey(key)) {
      reused(firsts.get(key), answer);
    } else {
      Breach.unless(
          answer.status() == 422 && answer.code().equals("INVALID_PARAMS"),
          "IDEM-06",
          "a wrong start is answered " + Read.said(answer),
          answer);
    }
  }

  /** One of them may be the first answer; the others are replays of it, or came too early. */
  private void together(int key, int body, int count) {
    Request start = start(key, body);
    List<Exchange> answers = new ArrayList<>(AtOnce.times(count, () -> account.send(start)));
    if (!firsts.containsKey(key)) {
      List<Exchange> fresh =
          answers.stream()
              .filter(answer -> answer.status() == 202)
              .filter(answer -> !said(answer, "Idempotent-Replayed").equals("true"))
              .toList();
      Breach.unlessSame(
          "IDEM-05",
          "the number of first answers to %d parallel calls".formatted(count),
          1,
          fresh.size(),
          answers.toArray(new Exchange[0]));
      judge(key, body, fresh.getFirst());
      answers.removeAll(fresh);
    }
    answers.removeIf(FirstAnswers::isTooEarly);
    answers.forEach(answer -> judge(key, body, answer));
  }

  private static boolean isTooEarly(Exchange answer) {
    return answer.status() == 409 && answer.code().equals("IDEMPOTENCY_IN_PROGRESS");
  }

  /** As many generations and holds as there are first answers, and no credit more is gone. */
  private void closes() {
    Exchange list = Read.expect(200, account.get("/api/v1/generations?limit=100"));
    Breach.unlessSame("IDEM-02", "the number of generations", firsts.size(), ids(list), list);
    long holds =
        new Purse(account).entries().stream().filter(entry -> entry.type().equals("hold")).count();
    Breach.unlessSame("IDEM-02", "the number of holds", (long) firsts.size(), holds);
    Breach.unlessSame("IDEM-02", "the balance", balance(), account.balance());
  }

  private static int ids(Exchange list) {
    return Read.data(list).size();
  }

  private long balance() {
    return begin - price * inFlight.size();
  }

  private Request start(int key, int body) {
    return jobs.held("picture " + body).with("Idempotency-Key", "k" + key);
  }

  private static String said(Exchange answer, String header) {
    return answer.header(header).orElse("absent");
  }
}
