package dev.waymark.conformance.laws.money;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.laws.means.AtOnce;
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
import java.util.List;

/** What is held, taken and given back. */
public final class MoneyLaws {
  private static final int LENGTH = 14;
  private static final int PARALLEL = 12;

  private static final List<Spending> EVERYTHING =
      List.of(
          new Spending.Start(),
          new Spending.WrongStart(),
          new Spending.TooDear(),
          new Spending.Failure("OVERLOADED"),
          new Spending.Failure("INTERNAL_ERROR"),
          new Spending.Quote(),
          new Spending.Look(0),
          new Spending.StartAndFail(),
          new Spending.StartAndComplete(),
          new Spending.Cancel(0),
          new Spending.Cancel(0),
          new Spending.Cancel(1),
          new Spending.Cancel(2),
          new Spending.Look(2));

  private MoneyLaws() {}

  /** Random schedules come from the seed. */
  public static List<Case> all(long seed) {
    return List.of(
        Law.of(
            "starts, ends and cancels in any order",
            ruling -> anySchedule(ruling, seed),
            "MONEY-01",
            "MONEY-02",
            "MONEY-03",
            "MONEY-04",
            "MONEY-08",
            "TXN-01",
            "TXN-03"),
        Law.of("the price", MoneyLaws::price, "MONEY-09"),
        Law.of("a ceiling", MoneyLaws::ceiling, "MONEY-06"),
        Law.of("exactly enough", MoneyLaws::enough, "MONEY-05", "MONEY-11", "MONEY-12"),
        Law.of("parallel starts of a poor account", MoneyLaws::parallel, "MONEY-07"));
  }

  private static void anySchedule(Ruling ruling, long seed) {
    new InAnyOrder<>(EVERYTHING, LENGTH, Spending::draw, _ -> List.of(), Wallet::carryOut)
        .require(seed, ruling.bench());
    ruling.restIsKept("the ledger is the model's in random schedules of seed " + seed);
  }

  /** Of the one price row whose conditions the parameters in force meet. */
  private static void price(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    long before = account.balance();
    Exchange quote = account.post("/api/v1/quotes", account.startBody("a price"));
    JsonNode parameters = Read.json(Read.expect(200, quote)).path("parameters");
    String model = ruling.bench().target().profile().model().slug();
    JsonNode prices =
        Read.json(Read.expect(200, account.get("/api/v1/models/" + model))).path("prices");
    List<Long> matching =
        prices
            .valueStream()
            .filter(row ->
                row.path("when").properties().stream()
                    .allMatch(when -> when.getValue().equals(parameters.path(when.getKey()))))
            .map(row -> row.path("credits").asLong())
            .toList();
    long quoted = Read.json(quote).path("credits").asLong();
    Breach.unlessSame("MONEY-09", "the price of the matching rows", List.of(quoted), matching);
    Breach.unlessSame("MONEY-09", "the balance after a quote", before, account.balance());
    Exchange started = Read.expect(202, account.send(account.start()));
    ruling.same(
        "MONEY-09",
        "what a start takes",
        quoted,
        Read.number(started, "X-Credits-Charged"),
        quote,
        started);
  }

  private static void ceiling(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    long price = new Jobs(account).price();
    long before = account.balance();
    Exchange refused = account.send(account.start().with("X-Max-Credits", "" + (price - 1)));
    Breach.unlessSame(
        "MONEY-06",
        "one credit less than the price",
        "MAX_CREDITS_EXCEEDED",
        refused.code(),
        refused);
    Breach.unlessSame("MONEY-06", "the balance after it", before, account.balance(), refused);
    Exchange started = account.send(account.start().with("X-Max-Credits", "" + price));
    ruling.same("MONEY-06", "the status of exactly the price", 202, started.status(), started);
  }

  private static void enough(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    Account other = account.withKey("{\"name\":\"another key\"}");
    Jobs jobs = new Jobs(account);
    long price = jobs.price();
    new Operator(ruling.bench()).leave(account, 2 * price);
    Exchange first = account.send(account.start());
    Exchange exactly = other.send(account.start());
    ruling.on(
        "MONEY-12",
        first.status() == 202 && Read.number(exactly, "X-Credits-Remaining") == 0,
        "another key spends what the first has left",
        first,
        exactly);
    Breach.unlessSame("MONEY-11", "the status of exactly enough", 202, exactly.status(), exactly);
    jobs.ended(Read.text(first, "/generation_id"));
    jobs.ended(Read.text(exactly, "/generation_id"));
    new Operator(ruling.bench()).leave(account, price - 1);
    Exchange poor = account.send(account.start());
    ruling.same("MONEY-11", "one credit too little", "INSUFFICIENT_CREDITS", poor.code(), poor);
    JsonNode told = Read.json(poor);
    ruling.on(
        "MONEY-05",
        told.path("balance").asLong() == price - 1
            && told.path("needed").asLong() == price
            && Read.number(poor, "X-Credits-Remaining") == price - 1
            && account.balance() == price - 1,
        "balance and needed are told, and nothing is taken",
        poor);
  }

  /** As many as the balance pays for are accepted, if there are slots for them. */
  private static void parallel(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    Jobs jobs = new Jobs(account);
    long price = jobs.price();
    new Operator(ruling.bench()).leave(account, 2 * price + price / 2);
    List<Exchange> all = AtOnce.times(PARALLEL, () -> account.send(account.start()));
    List<Exchange> started = all.stream().filter(one -> one.status() == 202).toList();
    started.forEach(one -> jobs.ended(Read.text(one, "/generation_id")));
    ruling.on(
        "MONEY-07",
        started.size() == 2 && account.balance() == price / 2,
        "%d of %d parallel starts are accepted for %d credits each, %d are left"
            .formatted(started.size(), PARALLEL, price, account.balance()),
        all.getFirst());
    new Books(account).addUp(new Purse(account).entries());
  }
}
