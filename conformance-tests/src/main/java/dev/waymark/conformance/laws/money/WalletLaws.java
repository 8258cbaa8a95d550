package dev.waymark.conformance.laws.money;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Jobs;
import dev.waymark.conformance.laws.means.Law;
import dev.waymark.conformance.laws.means.Operator;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.laws.means.Ruling;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.wire.Exchange;
import java.util.List;
import java.util.Map;

/** Credits of an operator, and wallets that are two. */
public final class WalletLaws {
  private WalletLaws() {}

  public static List<Case> all() {
    return List.of(
        Law.of("what an operator adds and takes", WalletLaws::credits, "CRED-01"),
        Law.inTime("a sandbox", WalletLaws::sandbox, "SAND-01"));
  }

  private static void credits(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    Operator operator = new Operator(ruling.bench());
    long before = account.balance();
    Read.expect(201, operator.change(account, "topup", 30));
    Read.expect(201, operator.change(account, "adjust", -10));
    Breach.unlessSame("CRED-01", "the balance", before + 20, account.balance());
    for (Exchange wrong :
        List.of(
            operator.change(account, "adjust", -(before + 21)),
            operator.change(account, "topup", -1),
            operator.change(account, "adjust", 0))) {
      Breach.unlessSame("CRED-01", "what is wrong", "INVALID_PARAMS", wrong.code(), wrong);
    }
    ruling.same("CRED-01", "the balance after all", before + 20, account.balance());
  }

  private static void sandbox(Ruling ruling) {
    Account live = Accounts.roomy(ruling.bench());
    Account test = live.sandbox();
    long before = live.balance();
    String id = new Jobs(test).started(new Jobs(test).held("a picture"));
    Exchange seen = new Jobs(live).get(id);
    ruling.on(
        "SAND-01",
        live.balance() == before && seen.code().equals("GENERATION_NOT_FOUND"),
        "a sandbox has a wallet and generations of its own",
        seen);
    new Books(test).judge(Map.of(id, "in flight"), new Jobs(test).price());
  }
}
