package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import dev.waymark.conformance.wire.Wire;
import java.net.URI;
import java.time.Duration;

/**
 * A walk past all that mutants change: every error by force in every shape, and what lives and ends
 * in between. Nothing is judged.
 */
final class Tour {
  private static final String KEY = "Idempotency-Key";

  private final Subject subject;
  private final Wire wire;

  Tour(Subject subject, URI proxy) {
    this.subject = subject;
    this.wire = Wire.to(proxy, subject.time(), _ -> {});
  }

  void take() {
    subject.emptyWindows();
    forced();
    generations();
    replays();
    keys();
    limits();
    odds();
    wire.close();
  }

  private void forced() {
    Tenant sandbox = subject.tenant("wide").sandbox();
    for (Operation operation : subject.contract().operations()) {
      for (String code : operation.codes()) {
        Request request = example(operation).with("X-Test-Error", code);
        boolean all = operation.id().equals("startGeneration");
        for (Shape shape : all ? Shape.values() : new Shape[] {Shape.NATIVE}) {
          by(sandbox, request.with("Accept", shape.mediaType()));
        }
      }
    }
    Request failing = Generate.studio("a picture").with("X-Test-Error", "GENERATION_FAILED");
    String failed = id(by(sandbox, failing));
    by(sandbox, Request.get("/api/v1/generations/" + failed).with("Prefer", "wait=20"));
  }

  private static Request example(Operation operation) {
    Request request = Request.of(operation.method(), operation.examplePath());
    return operation
        .exampleBody()
        .map(body -> Request.post(operation.examplePath(), body.toString()))
        .map(post -> post.withMethod(operation.method()))
        .orElse(request);
  }

  private void generations() {
    Tenant tenant = subject.tenant("wide");
    String held = id(by(tenant, Generate.studio(subject.studio().hold())));
    by(tenant, Request.get("/api/v1/generations/" + held));
    by(tenant, Request.of("POST", "/api/v1/generations/" + held + "/cancel"));
    by(tenant, Request.of("POST", "/api/v1/generations/" + held + "/cancel"));
    String done = id(by(tenant, Generate.studio("a picture")));
    Request look = Request.get("/api/v1/generations/" + done).with("Prefer", "wait=20");
    Exchange completed = by(tenant, look);
    by(tenant, look);
    by(tenant, Request.of("POST", "/api/v1/generations/" + done + "/cancel"));
    String output = completed.json().path("output_url").asText("http://none/api/v1/outputs/none");
    by(tenant, Request.get(URI.create(output).getPath()).with("Range", "bytes=0-9"));
    by(tenant, Request.post("/api/v1/quotes", Generate.body("a picture")));
    by(tenant, Generate.studio("a picture").with("X-Max-Credits", "1"));
    for (String list : new String[] {"generations", "account/transactions", "keys", "models"}) {
      Exchange page = by(tenant, Request.get("/api/v1/" + list + "?limit=1"));
      String cursor = page.json().path("next_cursor").asText("none");
      by(tenant, Request.get("/api/v1/" + list + "?limit=1&cursor=" + cursor));
    }
    by(tenant, Generate.studio(subject.studio().hold()));
    by(tenant, Request.get("/api/v1/account"));
    Tenant other = subject.tenant();
    by(other, look);
    by(other, Request.get("/api/v1/generations"));
    by(other, Request.get("/api/v1/requests/" + completed.require("X-Request-Id")));
    by(tenant, Generate.studio("x".repeat(600)));
    by(tenant, Request.post(Generate.PATH, "{\"model\":\"studio-1\",\"prompt\":\"a\",\"odd\":1}"));
    by(tenant, Request.post(Generate.PATH, "{\"model\":\"nothing\",\"prompt\":7,\"odd\":1}"));
    by(tenant, Request.post(Generate.PATH, "{\"model\":\"no-1\",\"prompt\":\"a\"}"));
    by(tenant, Request.get("/api/v1/generations?limit=101"));
    by(tenant, Request.get("/api/v1/generations?odd=1"));
  }

  private void replays() {
    Tenant tenant = subject.tenant("wide");
    Request start = Generate.studio("a picture").with(KEY, "tour");
    by(tenant, start);
    by(tenant, start);
    by(tenant, Generate.studio("another").with(KEY, "tour"));
    by(subject.tenant("wide"), start);
    Request twice = Generate.studio("twice").with(KEY, "twice");
    Thread other = Thread.ofVirtual().start(() -> by(tenant, twice));
    by(tenant, twice);
    try {
      other.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keys() {
    Tenant tenant = subject.tenant("wide").withOperatorKey();
    Exchange made = by(tenant, Request.post("/api/v1/keys", "{\"name\":\"tour\"}"));
    Tenant second = tenant.withKey(made.json());
    String path = "/api/v1/keys/" + second.keyId();
    by(tenant, Request.get(path));
    by(subject.tenant(), Request.get(path));
    change(tenant, path, "{\"error_format\":\"problem\"}");
    by(second, Request.get("/api/v1/generations/none"));
    change(tenant, path, "{\"error_format\":\"native\",\"models\":[\"mosaic-1\"]}");
    by(second, Generate.studio("a picture"));
    change(tenant, path, "{\"models\":null,\"credits_per_month\":1}");
    by(second, Generate.studio("a picture"));
    change(tenant, path, "{\"scopes\":[\"models:read\"]}");
    by(second, Request.get("/api/v1/account"));
    by(second, Request.get("/metrics"));
    by(second, Request.post(Generate.PATH, "{\"model\":\"no-1\",\"prompt\":\"a\"}"));
    change(tenant, path, "{\"allowed_ips\":[\"203.0.113.0/24\"]}");
    by(second, Request.get("/api/v1/models"));
    by(tenant, Request.of("DELETE", path));
    by(second, Request.get("/api/v1/models"));
    Tenant expired = tenant.withOtherKey();
    expired.update(
        "UPDATE api_key SET expires_at = CAST(:value AS timestamptz) WHERE account_id = :account",
        "2020-01-01T00:00:00Z");
    by(expired, Request.get("/api/v1/models"));
    Tenant free = subject.tenant();
    free.update("UPDATE account SET plan = :value WHERE id = :account", "free");
    by(free, Request.get("/api/v1/models"));
  }

  private void limits() {
    Tenant tiny = subject.tenant("tiny");
    for (int call = 0; call < 6; call++) {
      by(tiny, Request.get("/api/v1/account"));
    }
    subject.time().pass(Duration.ofSeconds(61));
    by(tiny, Request.get("/api/v1/account"));
    by(tiny, Generate.studio(subject.studio().hold()));
    by(tiny, Generate.studio("a picture"));
  }

  private void odds() {
    wire.sendUnchecked(Request.get("/api/v1/account"));
    wire.sendUnchecked(Request.get("/api/v1/account").with("Authorization", "Bearer wm_live_no"));
    wire.sendUnchecked(Request.get("/api/v1/nothing"));
    wire.sendUnchecked(Request.of("HEAD", "/api/v1/nothing"));
    wire.sendUnchecked(Request.of("OPTIONS", "/api/v1/account"));
    wire.sendUnchecked(Request.of("PUT", "/api/v1/account"));
    wire.sendUnchecked(Request.post(Generate.PATH, "{\"mod"));
    Exchange catalogue = wire.sendUnchecked(Request.get("/api/v1/errors?limit=100"));
    String tag = catalogue.header("ETag").orElse("*");
    Request again = Request.get("/api/v1/errors?limit=100").with("If-None-Match", tag);
    wire.sendUnchecked(again);
    Tenant tenant = subject.tenant("wide");
    by(tenant, Request.get("/api/v1/generations").with("Accept", "text/html"));
    by(tenant, Request.of("POST", Generate.PATH).with("Content-Type", "text/csv").withBody("{}"));
    Request live = Generate.studio("a picture").with("X-Test-Error", "OVERLOADED");
    by(tenant, live);
  }

  private void change(Tenant tenant, String path, String body) {
    by(tenant, Request.post(path, body).withMethod("PATCH"));
  }

  private Exchange by(Tenant tenant, Request request) {
    return wire.sendUnchecked(tenant.signed(request));
  }

  private static String id(Exchange started) {
    return started.json().path("generation_id").asText("gen_none");
  }
}
