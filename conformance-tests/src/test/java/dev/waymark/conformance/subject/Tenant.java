package dev.waymark.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Sender;
import dev.waymark.conformance.wire.Shape;
import dev.waymark.server.access.IssuedKey;
import dev.waymark.server.access.KeyStore;
import dev.waymark.server.access.NewKey;
import dev.waymark.server.access.Scope;
import dev.waymark.server.accounts.AccountStore;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.plans.Plans;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An account of the server under test and one of its keys. */
public final class Tenant implements Sender {
  private static final String GOOD =
      """
      SELECT revoked_at IS NULL AND coalesce(expires_at > :now, true)
      FROM api_key WHERE hash = sha256(convert_to(:key, 'UTF8'))
      """;

  private final Subject subject;
  private final AccountId account;
  private final String keyId;
  private final String key;

  private Tenant(Subject subject, AccountId account, IssuedKey issued) {
    this(subject, account, issued.id().value(), issued.text().value());
  }

  private Tenant(Subject subject, AccountId account, String keyId, String key) {
    this.subject = subject;
    this.account = account;
    this.keyId = keyId;
    this.key = key;
  }

  static Tenant of(Subject subject, String plan, List<String> models) {
    var context = subject.server().context();
    AccountId account =
        subject
            .jdbi()
            .inTransaction(tx ->
                context
                    .getBean(AccountStore.class)
                    .create(tx, "tenant", context.getBean(Plans.class).get(plan), models));
    return new Tenant(subject, account, issue(subject, account, Scope.OWN));
  }

  /** The same account with another key. */
  public Tenant withOtherKey() {
    return new Tenant(subject, account, issue(subject, account, Scope.OWN));
  }

  /** The same account with a key of an operator. */
  public Tenant withOperatorKey() {
    return new Tenant(subject, account, issue(subject, account, EnumSet.allOf(Scope.class)));
  }

  /** The same account with a key that may do this and nothing else. */
  public Tenant withScopes(String... scopes) {
    Set<Scope> wanted =
        Arrays.stream(scopes)
            .map(scope -> Scope.byWireName(scope).orElseThrow())
            .collect(Collectors.toSet());
    return new Tenant(subject, account, issue(subject, account, wanted));
  }

  /** The same account with the key that an answer of {@code createKey} holds. */
  public Tenant withKey(JsonNode made) {
    return new Tenant(
        subject, account, made.at("/api_key/key_id").asText(), made.path("key").asText());
  }

  /** The account that an answer of {@code createAccount} tells of, with its first key. */
  public static Tenant made(Subject subject, JsonNode made) {
    return new Tenant(
        subject,
        new AccountId(made.at("/account/account_id").asText()),
        made.at("/api_key/key_id").asText(),
        made.path("key").asText());
  }

  /** Makes a key over the wire, which is not to be refused; the account with it. */
  public Tenant makeKey(String body) {
    Exchange made = post("/api/v1/keys", body);
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    return withKey(made.json());
  }

  /** Has all keys of the account answered in this rendering. */
  public void pinTo(Shape shape) {
    update(
        "UPDATE api_key SET error_format = :value WHERE account_id = :account",
        shape.errorFormat());
  }

  /** Gives all keys of the account a scope more. */
  public void grant(String scope) {
    update(
        "UPDATE api_key SET scopes = array_append(array_remove(scopes, CAST(:value AS text)), CAST(:value AS text))"
            + " WHERE account_id = :account",
        scope);
  }

  /** Takes a scope away from all keys of the account. */
  public void deny(String scope) {
    update(
        "UPDATE api_key SET scopes = array_remove(scopes, CAST(:value AS text)) WHERE account_id = :account",
        scope);
  }

  /** The sandbox of this account with a test key: a wallet and generations of its own. */
  public Tenant sandbox() {
    AccountStore accounts = subject.server().context().getBean(AccountStore.class);
    AccountId sandbox = subject.jdbi().inTransaction(tx -> accounts.sandbox(tx, account));
    return new Tenant(subject, sandbox, issue(subject, sandbox, Scope.OWN));
  }

  public String account() {
    return account.value();
  }

  public String key() {
    return key;
  }

  public String keyId() {
    return keyId;
  }

  public Wallet wallet() {
    return new Wallet(subject.jdbi(), account.value());
  }

  public String authorization() {
    return "Bearer " + key;
  }

  /** The request with this key; one that brings an Authorization of its own keeps it. */
  public Request signed(Request request) {
    return request.has("Authorization") ? request : request.with("Authorization", authorization());
  }

  /** Fails, too, when this key is good and the answer does not tell where it stands. */
  @Override
  public Exchange send(Request request) {
    Exchange exchange = subject.wire().send(signed(request));
    if (exchange.request().value("Authorization").equals(Optional.of(authorization()))
        && subject.check().withholdsLimits(exchange)
        && isGood()) {
      throw new AssertionError("Nothing tells where the key stands with its limit: " + exchange);
    }
    return exchange;
  }

  public Exchange get(String target) {
    return send(Request.get(target));
  }

  public Exchange post(String target, String body) {
    return send(Request.post(target, body));
  }

  /** Asks for a generation of the studio, which is not to be refused, and returns its id. */
  public String start(String prompt) {
    Exchange started = send(Generate.studio(prompt));
    assertThat(started.status()).as("%s", started).isEqualTo(202);
    return started.json().path("generation_id").asText();
  }

  /** Starts a generation that stays in flight until the test ends or releases the prompt. */
  public String startHeld() {
    return start(hold());
  }

  /** A prompt that is worked on until the test ends or releases it. */
  public String hold() {
    return subject.studio().hold();
  }

  public JsonNode generation(String id) {
    return get("/api/v1/generations/" + id).json();
  }

  /** The generation in its final status. */
  public JsonNode await(String id) {
    Exchange ended = send(Request.get("/api/v1/generations/" + id).with("Prefer", "wait=60"));
    assertThat(ended.status()).as("%s", ended).isEqualTo(200);
    return ended.json();
  }

  /** Starts a generation and waits for its end. */
  public JsonNode finished(String prompt) {
    return await(start(prompt));
  }

  /** Returns as soon as the call can be looked up; its id. */
  public String awaitLogged(Exchange call) {
    String id = call.require("X-Request-Id");
    RequestLog.await(subject.jdbi(), id);
    return id;
  }

  public Exchange patch(String target, String body) {
    return send(Request.post(target, body).withMethod("PATCH"));
  }

  public Exchange delete(String target) {
    return send(Request.of("DELETE", target));
  }

  public Exchange cancel(String id) {
    return send(Request.of("POST", "/api/v1/generations/" + id + "/cancel"));
  }

  /**
   * Runs an update in which {@code :account} stands for this account and {@code :value} for a
   * value; what is changed in the account's keys holds from then on.
   */
  public void update(String sql, Object value) {
    KeyStore keys = subject.server().context().getBean(KeyStore.class);
    subject
        .jdbi()
        .useTransaction(tx -> {
          tx.createUpdate(sql).bind("account", account()).bind("value", value).execute();
          keys.changed(tx, account);
        });
    keys.forget(account);
  }

  private boolean isGood() {
    return subject
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(GOOD)
                .bind("key", key)
                .bind("now", subject.time().instant().atOffset(ZoneOffset.UTC))
                .mapTo(Boolean.class)
                .one());
  }

  private static IssuedKey issue(Subject subject, AccountId account, Set<Scope> scopes) {
    KeyStore keys = subject.server().context().getBean(KeyStore.class);
    return subject.jdbi().inTransaction(tx -> keys.issue(tx, account, NewKey.of("test", scopes)));
  }
}
