package dev.waymark.conformance.laws.money;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.laws.means.AtOnce;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Jobs;
import dev.waymark.conformance.laws.means.Law;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.laws.means.Ruling;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.suite.Unreachable;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Generations in flight, and the quota of a key. */
public final class LimitLaws {
  private static final int MOST_SLOTS = 40;

  private LimitLaws() {}

  public static List<Case> all() {
    return List.of(
        Law.inTime(
            "all slots are taken", LimitLaws::slots, "CONC-01", "CONC-02", "CONC-03", "CONC-04"),
        Law.inTime("parallel starts", LimitLaws::parallel, "CONC-05"),
        Law.inTime("a key's quota is spent", LimitLaws::quota, "KEY-09", "KEY-10"));
  }

  private static void slots(Ruling ruling) {
    Account live = Accounts.roomy(ruling.bench());
    Account account = live.sandbox();
    Jobs jobs = new Jobs(account);
    int slots = slotsOf(account);
    List<String> running = new ArrayList<>();
    for (int left = slots - 1; left >= 0; left--) {
      Exchange started = Read.expect(202, account.send(jobs.held("a picture")));
      running.add(Read.text(started, "/generation_id"));
      Breach.unlessSame(
          "CONC-03",
          "X-Concurrency-Remaining",
          (long) left,
          Read.number(started, "X-Concurrency-Remaining"),
          started);
      Breach.unlessSame(
          "CONC-03",
          "X-Concurrency-Limit",
          (long) slots,
          Read.number(started, "X-Concurrency-Limit"),
          started);
    }
    long before = account.balance();
    Exchange refused = account.send(jobs.held("one more"));
    Breach.unlessSame("CONC-01", "one more", "CONCURRENCY_LIMIT", refused.code(), refused);
    Set<String> told = new HashSet<>();
    Read.json(refused).path("running").forEach(id -> told.add(id.asText()));
    Breach.unlessSame("CONC-01", "running", new HashSet<>(running), told, refused);
    Breach.unlessSame("CONC-01", "the balance after it", before, account.balance(), refused);
    Exchange other =
        live.withKey("{\"name\":\"another\",\"mode\":\"test\"}").send(jobs.held("one more"));
    Breach.unlessSame("CONC-04", "with another key", "CONCURRENCY_LIMIT", other.code(), other);
    jobs.cancel(running.getFirst());
    Exchange free = account.send(jobs.failing("one more"));
    Breach.unlessSame("CONC-02", "the status after a cancel", 202, free.status(), free);
    jobs.ended(Read.text(free, "/generation_id"));
    Exchange again = account.send(jobs.held("one more"));
    Breach.unlessSame("CONC-02", "the status after an end", 202, again.status(), again);
    ruling.restIsKept("the account has " + slots + " slots, and they come free");
  }

  private static void parallel(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench()).sandbox();
    Jobs jobs = new Jobs(account);
    int slots = slotsOf(account);
    List<Exchange> all = AtOnce.times(slots + 6, () -> account.send(jobs.held("a picture")));
    long started = all.stream().filter(one -> one.status() == 202).count();
    long refused = all.stream().filter(one -> one.code().equals("CONCURRENCY_LIMIT")).count();
    ruling.on(
        "CONC-05",
        started == slots && refused == 6,
        "%d of %d parallel starts are accepted for %d slots, %d refused"
            .formatted(started, slots + 6, slots, refused),
        all.getFirst());
  }

  private static void quota(Ruling ruling) {
    Account live = Accounts.roomy(ruling.bench());
    Account owner = live.sandbox();
    Jobs jobs = new Jobs(owner);
    long price = jobs.price();
    Account key =
        live.withKey(
            "{\"name\":\"poor\",\"mode\":\"test\",\"credits_per_month\":%d}"
                .formatted(2 * price - 1));
    Exchange first = Read.expect(202, key.send(jobs.held("a picture")));
    long before = owner.balance();
    Exchange refused = key.send(jobs.held("too much"));
    Breach.unlessSame("KEY-09", "beyond the quota", "KEY_QUOTA_EXCEEDED", refused.code(), refused);
    JsonNode told = Read.json(refused);
    Breach.unlessSame("KEY-09", "used", price, told.path("used").asLong(-1), refused);
    Breach.unlessSame("KEY-09", "quota", 2 * price - 1, told.path("quota").asLong(), refused);
    Breach.unlessSame("KEY-09", "the balance after it", before, owner.balance(), refused);
    Breach.unlessSame("KEY-10", "used while it is held", price, used(key), first);
    Read.expect(200, jobs.cancel(Read.text(first, "/generation_id")));
    Breach.unlessSame("KEY-10", "used after a cancel", 0L, used(key), first);
    Exchange again = key.send(jobs.held("again"));
    Breach.unlessSame("KEY-10", "the status after a cancel", 202, again.status(), again);
    ruling.restIsKept("a key spends its quota and no more, and gets back what is not used");
  }

  private static long used(Account key) {
    return Read.json(Read.expect(200, key.get("/api/v1/account"))).at("/key/quota/used").asLong(-1);
  }

  private static int slotsOf(Account account) {
    int slots =
        Read.json(Read.expect(200, account.get("/api/v1/account")))
            .at("/plan/concurrent_generations")
            .asInt();
    if (slots > MOST_SLOTS) {
      throw new Unreachable("the plan has " + slots + " slots, too many to take");
    }
    return slots;
  }
}
