package dev.waymark.conformance.laws.order;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Operator;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Unable;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A start that is wrong in several ways at once, by an account of its own. */
final class Faulty {
  private static final String KEY = "Idempotency-Key";
  private static final int TOO_MANY_BYTES = 70_000;

  private final Bench bench;
  private final Set<Fault> faults;
  private final Operator operator;
  private final Account owner;
  private final Account caller;

  private Faulty(Bench bench, Set<Fault> faults) {
    this.bench = bench;
    this.faults = faults;
    this.operator = new Operator(bench);
    this.owner = Accounts.roomy(bench);
    this.caller = owner.withKey(keyBody());
  }

  /**
   * Nothing where the first of the faults is told, and nothing of what stands later is used up.
   *
   * @param rule what is broken where another one is told
   * @throws Breach otherwise
   */
  static void judge(Bench bench, String rule, String uses, Collection<Fault> faults) {
    if (!faults.isEmpty()) {
      new Faulty(bench, EnumSet.copyOf(faults)).judge(rule, uses);
    }
  }

  private void judge(String rule, String uses) {
    prepare();
    long before = balance();
    if (has(Fault.NO_API)) {
      operator.plan(owner, bench.target().profile().plans().withoutApi());
    }
    Exchange answer = has(Fault.NO_KEY) ? bench.send(request()) : caller.send(request());
    Fault first = faults.iterator().next();
    Breach.unlessSame(rule, "what is told of " + faults, first.code(), answer.code(), answer);
    if (has(Fault.NO_API)) {
      operator.plan(owner, bench.target().profile().plans().roomy());
    }
    Breach.unlessSame(uses, "the balance after " + faults, before, balance(), answer);
    if (!has(Fault.NO_CREDITS)) {
      Exchange good = owner.send(owner.start().with(KEY, "fresh"));
      Breach.unless(
          good.status() == 202 && good.header("Idempotent-Replayed").orElse("").equals("false"),
          uses,
          "the key is not free after %s: %s".formatted(faults, Read.said(good)),
          answer,
          good);
    }
  }

  private void prepare() {
    if (has(Fault.KEY_REUSED)) {
      Request first = Request.post("/api/v1/generate", owner.startBody("the first one"));
      done(202, owner.send(first.with(KEY, "used")));
    }
    if (has(Fault.NO_CREDITS)) {
      operator.leave(owner, 0);
    }
    if (has(Fault.REVOKED_KEY)) {
      done(200, owner.send(Request.of("DELETE", "/api/v1/keys/" + caller.keyId())));
    }
  }

  private Request request() {
    Request request = owner.start().withBody(body()).with(KEY, key());
    if (has(Fault.NO_ROUTE)) {
      request = request.withTarget("/api/v1/api/v1/generate");
    }
    if (has(Fault.OTHER_METHOD)) {
      request = request.withMethod("PUT");
    }
    if (has(Fault.MEDIA_TYPE)) {
      request = request.without("Content-Type").with("Content-Type", "text/plain");
    }
    if (has(Fault.UNACCEPTABLE)) {
      request = request.with("Accept", "text/csv");
    }
    return has(Fault.CEILING) ? request.with("X-Max-Credits", "0") : request;
  }

  private String key() {
    return has(Fault.KEY_REUSED) ? "used" : "fresh";
  }

  private String body() {
    if (has(Fault.TOO_LARGE)) {
      return "x".repeat(TOO_MANY_BYTES);
    }
    String body = owner.startBody(has(Fault.PARAMETERS) ? "" : "a picture");
    if (has(Fault.UNKNOWN_MODEL)) {
      String slug = bench.target().profile().model().slug();
      body = body.replace("\"" + slug + "\"", "\"no-such-model\"");
    }
    return has(Fault.UNREADABLE) ? body.substring(0, body.length() - 1) : body;
  }

  private String keyBody() {
    List<String> fields = new ArrayList<>(List.of("\"name\":\"faulty\""));
    if (has(Fault.NO_SCOPE)) {
      fields.add("\"scopes\":[\"account:read\"]");
    }
    if (has(Fault.ELSEWHERE)) {
      fields.add("\"allowed_ips\":[\"203.0.113.7\"]");
    }
    if (has(Fault.QUOTA)) {
      fields.add("\"credits_per_month\":0");
    }
    return "{" + String.join(",", fields) + "}";
  }

  /** What was started before may still end, and cost what it has held. */
  private long balance() {
    return owner.balance();
  }

  private boolean has(Fault fault) {
    return faults.contains(fault);
  }

  private static void done(int status, Exchange exchange) {
    if (exchange.status() != status) {
      throw new Unable("a state could not be made: " + Read.said(exchange));
    }
  }
}
