package dev.waymark.conformance.laws.order;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Law;
import dev.waymark.conformance.laws.means.Operator;
import dev.waymark.conformance.laws.means.Ruling;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.suite.Unreachable;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.List;

/** What else may be wrong with a call of a key that has no calls left. */
final class FullWindow {
  private static final int MOST_CALLS = 2_000;
  private static final String FORCE = "X-Test-Error";

  private FullWindow() {}

  static List<Case> all() {
    return List.of(
        Law.inTime("a full window", FullWindow::live, "ORDER-05", "ORDER-04", "ORDER-12"),
        Law.inTime("a full window of a test key", FullWindow::test, "ORDER-13"));
  }

  private static void live(Ruling ruling) {
    Account account = Accounts.small(ruling.bench());
    Account other = account.withKey("{\"name\":\"another key\"}");
    long before = other.balance();
    fill(account);
    Exchange refused = account.send(account.start());
    Breach.unlessSame("ORDER-12", "a start", "RATE_LIMIT", refused.code(), refused);
    Breach.unlessSame("ORDER-12", "the balance after it", before, other.balance(), refused);
    Exchange unreadable = account.post("/api/v1/generate", "{");
    Breach.unlessSame("ORDER-05", "what is told", "RATE_LIMIT", unreadable.code(), unreadable);
    new Operator(ruling.bench())
        .plan(account, ruling.bench().target().profile().plans().withoutApi());
    Exchange locked = account.get("/api/v1/account");
    Breach.unlessSame("ORDER-04", "what is told", "TIER_LOCKED", locked.code(), locked);
    ruling.restIsKept("the plan is told before the rate, and the rate before what is unreadable");
  }

  private static void test(Ruling ruling) {
    Account account = Accounts.small(ruling.bench()).sandbox();
    Request forced = Request.post("/api/v1/generate", "{").with(FORCE, "INTERNAL_ERROR");
    Exchange first = account.send(forced);
    Breach.unlessSame("ORDER-13", "what is told", "INTERNAL_ERROR", first.code(), first);
    fill(account);
    Exchange full = account.send(forced);
    Breach.unlessSame("ORDER-13", "what is told", "RATE_LIMIT", full.code(), full);
    ruling.restIsKept("a forced error is told after the rate and before what is unreadable");
  }

  private static void fill(Account account) {
    for (int call = 0; call < MOST_CALLS; call++) {
      if (account.get("/api/v1/account").code().equals("RATE_LIMIT")) {
        return;
      }
    }
    throw new Unreachable("the window of the small plan does not fill");
  }
}
