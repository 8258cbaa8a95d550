package dev.waymark.conformance.laws.means;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Unable;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;

/** What the operator's key of the profile can do to an account. */
public record Operator(Bench bench) {
  private static final String PATH = "/api/v1/admin/accounts/";

  public Exchange send(Request request) {
    return bench.send(
        request.with("Authorization", "Bearer " + Accounts.operatorKey(bench).value()));
  }

  /** From the answer on the account has this plan. */
  public void plan(Account account, String plan) {
    done(
        200,
        send(
            Request.post(PATH + account.id(), "{\"plan\":\"%s\"}".formatted(plan))
                .withMethod("PATCH")));
  }

  /** Adds or takes credits until this much is left. */
  public void leave(Account account, long credits) {
    long change = credits - account.balance();
    if (change != 0) {
      done(201, change(account, "adjust", change));
    }
  }

  public Exchange change(Account account, String type, long credits) {
    return send(
        Request.post(
            PATH + account.id() + "/credits",
            "{\"type\":\"%s\",\"credits\":%d}".formatted(type, credits)));
  }

  private static void done(int status, Exchange exchange) {
    if (exchange.status() != status) {
      throw new Unable("the operator could not: " + Read.said(exchange));
    }
  }
}
