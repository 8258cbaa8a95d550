package dev.waymark.conformance.laws.keys;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Law;
import dev.waymark.conformance.laws.means.Operator;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.laws.means.Ruling;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.targets.Profile.Plans;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.List;

/** What only an operator may do, and what comes of it. */
public final class OperatorLaws {
  private static final String ACCOUNTS = "/api/v1/admin/accounts";

  private OperatorLaws() {}

  public static List<Case> all() {
    return List.of(
        Law.of("who is no operator", OperatorLaws::others, "ADM-01"),
        Law.of("a change of plan", OperatorLaws::plan, "ADM-03", "AUTH-05"),
        Law.of("accounts that are none", OperatorLaws::none, "ADM-04"));
  }

  private static void others(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    for (Request request :
        List.of(
            Request.get(ACCOUNTS),
            Request.get(ACCOUNTS + "/" + account.id()),
            Request.post(ACCOUNTS, "{\"name\":\"mine\",\"plan\":\"pro\"}"),
            Request.post(
                ACCOUNTS + "/" + account.id() + "/credits",
                "{\"type\":\"topup\",\"credits\":1000}"))) {
      Exchange refused = account.send(request);
      Breach.unlessSame("ADM-01", "" + request, "SCOPE_MISSING", refused.code(), refused);
      Breach.unlessSame("ADM-01", "scope", "operator", Read.text(refused, "/scope"), refused);
    }
    ruling.restIsKept("whoever is no operator lacks the scope");
  }

  private static void plan(Ruling ruling) {
    Plans plans = ruling.bench().target().profile().plans();
    Operator operator = new Operator(ruling.bench());
    Account account = Accounts.roomy(ruling.bench());
    operator.plan(account, plans.small());
    Exchange small = account.get("/api/v1/account");
    Breach.unless(
        Read.text(small, "/plan/slug").equals(plans.small())
            && Read.json(small).at("/plan/calls_per_minute").asLong()
                == Read.number(small, "X-RateLimit-Limit"),
        "ADM-03",
        "a change of plan does not hold",
        small);
    operator.plan(account, plans.withoutApi());
    Exchange locked = account.get("/api/v1/account");
    Breach.unlessSame(
        "AUTH-05", "a call on a plan without API", "TIER_LOCKED", locked.code(), locked);
    Breach.unless(
        Read.text(locked, "/tier").equals(plans.withoutApi())
            && Read.json(locked).path("required").toString().contains("\"" + plans.roomy() + "\""),
        "AUTH-05",
        "tier and required are not the plans",
        locked);
    ruling.restIsKept("a change of plan holds from its answer on");
  }

  private static void none(Ruling ruling) {
    Operator operator = new Operator(ruling.bench());
    Account sandbox = Accounts.roomy(ruling.bench()).sandbox();
    String id = Read.text(Read.expect(200, sandbox.get("/api/v1/account")), "/account_id");
    for (String none : List.of("acc_none", id)) {
      Exchange refused = operator.send(Request.get(ACCOUNTS + "/" + none));
      Breach.unless(
          refused.status() == 404 && refused.code().equals("ACCOUNT_NOT_FOUND"),
          "ADM-04",
          Read.said(refused),
          refused);
    }
    ruling.restIsKept("a sandbox is no account, nor is anything else");
  }
}
