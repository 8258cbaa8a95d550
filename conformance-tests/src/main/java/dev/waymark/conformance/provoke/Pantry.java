package dev.waymark.conformance.provoke;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.accounts.ServerClock;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Unable;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What many cases need and none of them changes: an account in which everything is there, and its
 * keys. Each is made for the first case that asks.
 */
record Pantry(Bench bench) {
  static final List<String> OWN_SCOPES =
      List.of(
          "generations:read",
          "generations:write",
          "models:read",
          "account:read",
          "requests:read",
          "keys:read",
          "keys:write");
  private static final Pattern OUTPUT = Pattern.compile("/api/v1/outputs/[\\w.~!$&'()*+,;=:@%-]+");
  private static final Duration MOMENT = Duration.ofMillis(200);
  private static final int MOST_LOOKS = 25;

  Account household() {
    return bench.shared(
        "household", () -> makesAccounts() ? Accounts.roomy(bench) : Accounts.given(bench));
  }

  private boolean makesAccounts() {
    return bench.target().profile().keys().operator().isPresent();
  }

  /** A key that may do what the operation asks for, and that no other operation is called with. */
  Account caller(Operation operation) {
    return operation.scope().equals("operator")
        ? Accounts.operator(bench, operation.id())
        : bench.shared("caller of " + operation.id(), () -> household().withScopes(OWN_SCOPES));
  }

  /** A key that may do anything but this. */
  Account without(String scope) {
    List<String> others = OWN_SCOPES.stream().filter(one -> !one.equals(scope)).toList();
    return bench.shared("without " + scope, () -> household().withScopes(others));
  }

  /** A test key that no other operation is called with. */
  Account sandbox(Operation operation) {
    return bench.shared(
        "sandbox for " + operation.id(), () -> household().sandboxWithScopes(OWN_SCOPES));
  }

  /** A generation of the household that is completed. */
  JsonNode completed() {
    return bench.shared(
        "completed generation",
        () -> {
          Account starter = household();
          JsonNode ended = starter.ended(starter.started(starter.start()));
          if (!ended.path("status").asText().equals("completed")) {
            throw new Unable("the generation is not completed but " + ended.path("status"));
          }
          return ended;
        });
  }

  /** The path of what was generated. */
  String output() {
    return OUTPUT
        .matcher(completed().path("output_url").asText())
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow(() -> new Unable("no output_url leads to an output"));
  }

  /** A key of the household that nobody calls with. */
  String idleKey() {
    return bench.shared("idle key", () -> household().withScopes(OWN_SCOPES).keyId());
  }

  /** A call of the household that can be looked up. */
  String loggedCall() {
    return bench.shared(
        "logged call",
        () -> {
          Account caller = household();
          String id = caller.get("/api/v1/account").header("X-Request-Id").orElse("");
          Request look = Request.get("/api/v1/requests/" + Accounts.inAPath("call", id));
          for (int looks = 0; looks < MOST_LOOKS; looks++) {
            if (bench.deliver(caller.signed(look)).status() == 200) {
              return id;
            }
            bench.target().passage().pass(MOMENT);
          }
          throw new Unable("a call cannot be looked up");
        });
  }

  /** What is over its limit of calls; the limit is as low as there is. */
  Account hurried() {
    return bench.shared(
        "hurried",
        () -> makesAccounts() ? Accounts.small(bench) : household().withScopes(OWN_SCOPES));
  }

  /** A test key of an account with as few slots as there are, and all of them are taken. */
  Account busy() {
    return bench.shared("busy", () -> Accounts.small(bench).sandboxWithScopes(OWN_SCOPES));
  }

  Account poor() {
    return bench.shared(
        "poor",
        () -> {
          Account poor = Accounts.roomy(bench);
          poor.leave(0);
          return poor;
        });
  }

  Account quotaSpent() {
    return bench.shared(
        "quota spent",
        () ->
            household()
                .withKey(
                    "{\"name\":\"conformance\",\"scopes\":[\"generations:write\"],\"credits_per_month\":0}"));
  }

  Account revoked() {
    return ended(
        "KEY_REVOKED",
        () -> {
          Account account = household().withScopes(OWN_SCOPES);
          Exchange revoked = household().delete("/api/v1/keys/" + account.keyId());
          if (revoked.status() != 200) {
            throw new Unable("a key cannot be revoked");
          }
          return account;
        });
  }

  Account expired() {
    return ended(
        "KEY_EXPIRED",
        () ->
            household()
                .withKey(
                    "{\"name\":\"conformance\",\"expires_at\":\"%s\"}"
                        .formatted(ServerClock.of(household()).now().plusSeconds(2))));
  }

  /** A key for addresses that are nobody's (RFC 5737). */
  Account elsewhere() {
    return ended(
        "IP_NOT_ALLOWED",
        () ->
            household().withKey("{\"name\":\"conformance\",\"allowed_ips\":[\"203.0.113.0/24\"]}"));
  }

  Account withoutApi() {
    return ended(
        "TIER_LOCKED",
        () -> {
          Account account = Accounts.roomy(bench);
          account.moveTo(bench.target().profile().plans().withoutApi());
          return account;
        });
  }

  /** Several servers may take a second until all of them know. */
  private Account ended(String code, Supplier<Account> making) {
    return bench.shared(
        code,
        () -> {
          Account account = making.get();
          Request any = account.signed(Request.get("/api/v1/account"));
          for (int look = 0; look < MOST_LOOKS; look++) {
            if (bench.deliver(any).code().equals(code)) {
              break;
            }
            bench.target().passage().pass(MOMENT);
          }
          bench.target().passage().pass(Duration.ofSeconds(1));
          return account;
        });
  }
}
