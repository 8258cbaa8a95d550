package dev.waymark.conformance.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.secrets.Secret;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Unable;
import dev.waymark.conformance.suite.Unreachable;
import dev.waymark.conformance.wire.Exchange;

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
   * @throws Unreachable if the profile names no operator key
   */
  public static Account on(Bench bench, String plan) {
    String body = "{\"name\":\"conformance\",\"plan\":\"%s\"}".formatted(plan);
    Exchange made = operator(bench).post(PATH, body);
    if (made.status() != 201 || !made.hasJson()) {
      throw new Unable("no account could be made on the plan %s: %s".formatted(plan, said(made)));
    }
    return made(bench, made.json());
  }

  /**
   * The account of the profile's caller key.
   *
   * @throws Unreachable if the profile has none
   * @throws Unable if the key is not taken
   */
  public static Account given(Bench bench) {
    Secret key =
        bench
            .target()
            .profile()
            .keys()
            .caller()
            .orElseThrow(() -> new Unreachable("the profile names no key"));
    Exchange answer = new Account(bench, "", "", key).get("/api/v1/account");
    if (answer.status() != 200 || !answer.hasJson()) {
      throw new Unable("the profile's caller key is not taken: " + said(answer));
    }
    return new Account(bench, answer.json().path("account_id").asText(), "", key);
  }

  /** The account that an answer of {@code createAccount} tells of, with its first key. */
  public static Account made(Bench bench, JsonNode body) {
    return new Account(
        bench,
        body.at("/account/account_id").asText(),
        body.at("/api_key/key_id").asText(),
        key(body));
  }

  /** The key that an answer holds; where it holds none that can be sent, one that nobody has. */
  static Secret key(JsonNode body) {
    String key = body.path("key").asText();
    return new Secret(key.matches("[!-~]+") ? key : "none");
  }

  /**
   * An id out of an answer.
   *
   * @throws Unable if it cannot stand in a path, as where the answer has none
   */
  public static String inAPath(String what, String id) {
    if (!id.matches("[\\w.~!$&'()*+,;=:@-]+")) {
      throw new Unable("the server has named no %s that can be called".formatted(what));
    }
    return id;
  }

  /**
   * The operator, with the key of the profile; which account that is only the server knows.
   *
   * @throws Unreachable if the profile has none
   */
  public static Account operator(Bench bench) {
    return new Account(bench, "", "", operatorKey(bench));
  }

  /**
   * The operator with a key that only this caller has, where the server makes such keys, so that
   * nobody uses up what others may call; else with the key of the profile.
   */
  public static Account operator(Bench bench, String caller) {
    return bench.shared(
        "operator " + caller,
        () -> {
          Account operator = operator(bench);
          Exchange made =
              operator.post("/api/v1/keys", "{\"name\":\"conformance\",\"scopes\":[\"operator\"]}");
          return made.status() == 201 && made.hasJson() ? operator.having(made.json()) : operator;
        });
  }

  /**
   * The key of the profile that makes accounts.
   *
   * @throws Unreachable if the profile has none
   */
  public static Secret operatorKey(Bench bench) {
    return bench
        .target()
        .profile()
        .keys()
        .operator()
        .orElseThrow(() -> new Unreachable("the profile names no operator key"));
  }

  /** An answer in a few words, for texts. */
  static String said(Exchange exchange) {
    return exchange.status() + " " + exchange.code();
  }
}
