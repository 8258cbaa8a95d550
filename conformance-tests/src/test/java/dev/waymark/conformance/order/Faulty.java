package dev.waymark.conformance.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.GoodRequests;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.Set;

/**
 * One call that is wrong in all of these ways at once, and what was there before it.
 *
 * @param owner whose plan the tenant has
 */
record Faulty(
    Subject subject, Operation operation, Set<Check> faults, Tenant owner, Tenant tenant) {
  static final int CALLS = 4;
  private static final String LONG_AGO = "2020-01-01T00:00:00Z";
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  static Faulty of(Subject subject, Operation operation, Set<Check> faults) {
    Tenant owner = subject.tenant("tiny");
    Tenant tenant = faults.contains(Check.FORCED) ? owner.sandbox() : owner;
    return new Faulty(subject, operation, faults, owner, tenant);
  }

  /** Makes the states that the call is to meet, and the call as it would be sent. */
  Request prepared() {
    Request request = dressed(good());
    if (has(Check.WINDOW_FULL)) {
      fillTheWindow();
    }
    if (has(Check.NO_CREDITS)) {
      tenant.wallet().leave(3);
    }
    if (has(Check.QUOTA)) {
      key("credits_per_month = CAST(:value AS bigint)", "3");
    }
    if (has(Check.NO_SCOPE)) {
      tenant.deny(operation.scope());
    }
    if (has(Check.NO_API)) {
      plan("free");
    }
    if (has(Check.ELSEWHERE)) {
      key("allowed_ips = ARRAY[CAST(:value AS text)]", "2001:db8::/32");
    }
    if (has(Check.REVOKED_KEY)) {
      key("revoked_at = CAST(:value AS timestamptz)", LONG_AGO);
    }
    return request;
  }

  Exchange send(Request request) {
    return has(Check.NO_KEY) || !operation.isSecured()
        ? subject.wire().send(request)
        : tenant.send(request);
  }

  /** What is left of the window once key and plan are good again; this asks once more. */
  long remainingAfterOneMore() {
    plan("tiny");
    tenant.grant("account:read");
    key("revoked_at = NULL, allowed_ips = NULL, name = :value", "good again");
    return tenant.get("/api/v1/account").number("X-RateLimit-Remaining");
  }

  private boolean has(Check fault) {
    return faults.contains(fault);
  }

  private Request good() {
    boolean starts = operation.id().equals("startGeneration");
    if (has(Check.NO_SLOT) && !has(Check.KEY_REUSED)) {
      tenant.startHeld();
    }
    Request good = new GoodRequests(subject, tenant).of(operation);
    if (has(Check.KEY_REUSED)) {
      Request first =
          starts ? Generate.studio(tenant.hold()) : GoodRequests.another(operation, good);
      tenant.send(first.with(IDEMPOTENCY_KEY, "used"));
    }
    return good;
  }

  private Request dressed(Request good) {
    Request request = withTarget(withBody(good));
    request = has(Check.OTHER_METHOD) ? request.withMethod("PUT") : request;
    request = has(Check.UNACCEPTABLE) ? request.with("Accept", "text/csv") : request;
    request =
        has(Check.UNKNOWN_KEY)
            ? request.with("Authorization", "Bearer wm_live_" + "x".repeat(43))
            : request;
    request = has(Check.FORCED) ? request.with("X-Test-Error", "INTERNAL_ERROR") : request;
    request = has(Check.CEILING) ? request.with("X-Max-Credits", "1") : request;
    return operation.takesIdempotencyKey()
        ? request.with(IDEMPOTENCY_KEY, has(Check.KEY_REUSED) ? "used" : "fresh")
        : request;
  }

  private Request withBody(Request good) {
    Request request =
        has(Check.MEDIA_TYPE)
            ? good.without("Content-Type").with("Content-Type", "text/plain")
            : good;
    if (has(Check.TOO_LARGE)) {
      return request.withBody("x".repeat(65_537));
    }
    if (request.body().length == 0) {
      return request;
    }
    String body = has(Check.PARAMETERS) ? "{}" : new String(request.body(), UTF_8);
    if (has(Check.UNKNOWN_MODEL)) {
      body = "{\"model\":\"no-such\"" + (has(Check.PARAMETERS) ? "}" : ",\"prompt\":\"x\"}");
    }
    return request.withBody(has(Check.UNREADABLE) ? body.substring(0, body.length() - 1) : body);
  }

  private Request withTarget(Request request) {
    boolean hasBody = operation.takesBody();
    String target = (has(Check.UNKNOWN_PATH) ? "/api/v1" : "") + request.target();
    if (!hasBody && has(Check.UNREADABLE)) {
      target = Spoiling.isOfTheQuery(operation) ? target + "?cursor=%21" : target;
      request =
          Spoiling.isOfTheQuery(operation) ? request : request.with("Prefer", "x".repeat(300));
    }
    if (!hasBody && has(Check.PARAMETERS)) {
      target += (target.contains("?") ? "&" : "?") + "no_such=1";
    }
    return request.withTarget(target);
  }

  private void fillTheWindow() {
    for (int call = 0; call < CALLS; call++) {
      if (tenant.get("/api/v1/account").status() == 429) {
        return;
      }
    }
  }

  private void key(String change, String value) {
    tenant.update("UPDATE api_key SET " + change + " WHERE account_id = :account", value);
  }

  private void plan(String plan) {
    owner.update("UPDATE account SET plan = :value WHERE id = :account", plan);
    tenant.update("UPDATE account SET plan = :value WHERE id = :account", plan);
  }
}
