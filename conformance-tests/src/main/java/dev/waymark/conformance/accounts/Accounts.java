package dev.waymark.conformance.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Unable;
import dev.waymark.conformance.target.Secret;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;

/** Makes accounts with the operator's key of the profile. */
public final class Accounts {
  private static final String PATH = "/api/v1/admin/accounts";

  private Accounts() {}

  /** A new account on the plan that admits whatever a case does. */
  public static Account roomy(Bench bench) {
    return on(bench, bench.target().profile().plans().roomy());
  }

  /** A new account on the plan that admits as little as there is. */
  public static Account small(Bench bench) {
    return on(bench, bench.target().profile().plans().small());
  }

  /**
   * A new account on this plan, with a key that has all scopes but the operator's.
   *
   * @throws Unable if the server makes none
   */
  public static Account on(Bench bench, String plan) {
    Request request =
        Request.post(PATH, "{\"name\":\"conformance\",\"plan\":\"%s\"}".formatted(plan))
            .with("Authorization", "Bearer " + operatorKey(bench).value());
    Exchange made = bench.send(request);
    if (made.status() != 201 || !made.hasJson()) {
      throw new Unable("no account could be made on the plan %s: %s".formatted(plan, said(made)));
    }
    JsonNode body = made.json();
    return new Account(
        bench,
        body.at("/account/account_id").asText(),
        body.at("/api_key/key_id").asText(),
        new Secret(body.path("key").asText("none")));
  }

  /**
   * The key of the profile that makes accounts.
   *
   * @throws Unable if the profile has none
   */
  public static Secret operatorKey(Bench bench) {
    return bench
        .target()
        .profile()
        .operatorKey()
        .orElseThrow(() -> new Unable("the profile names no operator key"));
  }

  /** An answer in a few words, for texts. */
  static String said(Exchange exchange) {
    return exchange.status() + " " + exchange.code();
  }
}
