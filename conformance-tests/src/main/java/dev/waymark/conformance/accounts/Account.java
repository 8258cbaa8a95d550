package dev.waymark.conformance.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Unable;
import dev.waymark.conformance.target.Secret;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;

/** An account with one of its keys. What it sends carries that key and is judged. */
public record Account(Bench bench, String id, String keyId, Secret key) {
  private static final String KEYS = "/api/v1/keys";

  /** With this key, unless the request brings an Authorization of its own. */
  public Exchange send(Request request) {
    return bench.send(signed(request));
  }

  public Request signed(Request request) {
    return request.has("Authorization")
        ? request
        : request.with("Authorization", "Bearer " + key.value());
  }

  public Exchange get(String target) {
    return send(Request.get(target));
  }

  public Exchange post(String target, String body) {
    return send(Request.post(target, body));
  }

  /**
   * The same account with a key that this one makes.
   *
   * @param body of {@code POST /api/v1/keys}
   * @throws Unable if the server makes none
   */
  public Account withKey(String body) {
    Exchange made = post(KEYS, body);
    if (made.status() != 201 || !made.hasJson()) {
      throw new Unable("no key could be made: " + Accounts.said(made));
    }
    JsonNode answer = made.json();
    return new Account(
        bench,
        id,
        answer.at("/api_key/key_id").asText(),
        new Secret(answer.path("key").asText("none")));
  }

  /** The account's sandbox, with a test key that may do what this key may by default. */
  public Account sandbox() {
    return withKey("{\"name\":\"conformance sandbox\",\"mode\":\"test\"}");
  }

  /** A request that starts a generation of the profile's model. */
  public Request start() {
    return Request.post("/api/v1/generate", startBody("a conformance picture"));
  }

  /** The body of a start of the profile's model with this prompt. */
  public String startBody(String prompt) {
    String parameters = bench.target().profile().model().parameters().strip();
    String more = parameters.substring(1, parameters.length() - 1).strip();
    return "{\"model\":\"%s\",\"prompt\":\"%s\"%s}"
        .formatted(
            bench.target().profile().model().slug(), prompt, more.isEmpty() ? "" : "," + more);
  }

  /** What the account can spend now, as {@code GET /api/v1/account} says it. */
  public long balance() {
    Exchange answer = get("/api/v1/account");
    if (answer.status() != 200 || !answer.hasJson()) {
      throw new Unable("the account cannot be read: " + Accounts.said(answer));
    }
    return answer.json().at("/credits/balance").asLong(Long.MIN_VALUE);
  }
}
