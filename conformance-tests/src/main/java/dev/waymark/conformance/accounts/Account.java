package dev.waymark.conformance.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.secrets.Secret;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Unable;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;

/** An account with one of its keys. What it sends carries that key and is judged. */
public record Account(Bench bench, String id, String keyId, Secret key) {
  private static final String KEYS = "/api/v1/keys";
  private static final int MOST_LOOKS = 300;
  private static final Duration SHORT = Duration.ofMillis(200);

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

  public Exchange patch(String target, String body) {
    return send(Request.post(target, body).withMethod("PATCH"));
  }

  public Exchange delete(String target) {
    return send(Request.of("DELETE", target));
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
    return having(made.json());
  }

  /** The same account with the key that an answer of {@code createKey} holds. */
  public Account having(JsonNode made) {
    return new Account(bench, id, made.at("/api_key/key_id").asText(), Accounts.key(made));
  }

  /** The same account with a key that has these scopes. */
  public Account withScopes(Collection<String> scopes) {
    return withKey("{\"name\":\"conformance\",\"scopes\":[%s]}".formatted(listed(scopes)));
  }

  /** The account's sandbox, with a test key that has these scopes. */
  public Account sandboxWithScopes(Collection<String> scopes) {
    return withKey(
        "{\"name\":\"conformance sandbox\",\"mode\":\"test\",\"scopes\":[%s]}"
            .formatted(listed(scopes)));
  }

  private static String listed(Collection<String> names) {
    return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
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

  /**
   * Starts a generation that is worked on for a minute and fails then, as only a test key can.
   *
   * @return its id
   * @throws Unable if it is refused
   */
  public String startHeld() {
    return started(start().with("X-Test-Error", "GENERATION_FAILED; delay_ms=60000"));
  }

  /**
   * Sends a start that is not to be refused.
   *
   * @return the generation's id
   * @throws Unable if it is refused
   */
  public String started(Request start) {
    Exchange started = send(start);
    if (started.status() != 202 || !started.hasJson()) {
      throw new Unable("no generation could be started: " + Accounts.said(started));
    }
    return started.json().path("generation_id").asText();
  }

  /**
   * The generation in its final status.
   *
   * @throws Unable if it does not end in some minutes
   */
  public JsonNode ended(String generation) {
    for (int look = 0; look < MOST_LOOKS; look++) {
      Exchange answer =
          send(Request.get("/api/v1/generations/" + generation).with("Prefer", "wait=20"));
      if (answer.status() != 200 || !answer.hasJson()) {
        throw new Unable("a generation cannot be read: " + Accounts.said(answer));
      }
      JsonNode body = answer.json();
      if (!body.path("status").asText().matches("pending|processing")) {
        return body;
      }
      bench.target().passage().pass(SHORT);
    }
    throw new Unable("a generation does not end");
  }

  /** The operator moves the account to this plan. */
  public void moveTo(String plan) {
    Exchange moved =
        Accounts.operator(bench)
            .patch("/api/v1/admin/accounts/" + id, "{\"plan\":\"%s\"}".formatted(plan));
    if (moved.status() != 200) {
      throw new Unable(
          "the account cannot be moved to %s: %s".formatted(plan, Accounts.said(moved)));
    }
  }

  /** The operator adds credits, or takes them where they are negative. */
  public void adjust(long credits) {
    Exchange changed =
        Accounts.operator(bench)
            .post(
                "/api/v1/admin/accounts/" + id + "/credits",
                "{\"type\":\"adjust\",\"credits\":%d}".formatted(credits));
    if (changed.status() != 201) {
      throw new Unable("credits cannot be changed: " + Accounts.said(changed));
    }
  }

  /** The operator adjusts the balance to this. */
  public void leave(long credits) {
    long difference = credits - balance();
    if (difference != 0) {
      adjust(difference);
    }
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
