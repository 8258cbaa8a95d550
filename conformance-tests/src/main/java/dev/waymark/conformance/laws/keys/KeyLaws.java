package dev.waymark.conformance.laws.keys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.accounts.ServerClock;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Law;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.laws.means.Ruling;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.suite.Unreachable;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a key opens, and for how long. */
public final class KeyLaws {
  private static final String ACCOUNT = "/api/v1/account";
  private static final String KEYS = "/api/v1/keys";
  private static final Duration SOON = Duration.ofSeconds(3);

  private KeyLaws() {}

  public static List<Case> all() {
    return List.of(
        Law.of("no key", KeyLaws::anonymous, "AUTH-01"),
        Law.of("a key is revoked", KeyLaws::revoked, "AUTH-03", "KEY-14"),
        Law.of("a key ends", KeyLaws::expires, "KEY-12"),
        Law.of("a key with few scopes", KeyLaws::scopes, "KEY-04", "KEY-05"),
        Law.of("a key for other addresses", KeyLaws::addresses, "KEY-07", "KEY-15"),
        Law.of("a key for one model", KeyLaws::models, "KEY-06"),
        Law.of("a key is shown", KeyLaws::shown, "KEY-01", "KEY-02"),
        Law.of("another account's key", KeyLaws::anothers, "KEY-17"));
  }

  private static void anonymous(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    for (String value : List.of("", "Bearer", "Basic d206eA==", "Bearer two words")) {
      Request start = account.start();
      Exchange refused =
          ruling.bench().send(value.isEmpty() ? start : start.with("Authorization", value));
      Breach.unless(
          refused.status() == 401 && refused.code().equals("UNAUTHORIZED"),
          "AUTH-01",
          "Authorization \"%s\": %s".formatted(value, Read.said(refused)),
          refused);
    }
    Exchange unknown =
        ruling
            .bench()
            .send(account.start().with("Authorization", "Bearer wm_live_" + "x".repeat(43)));
    ruling.same("AUTH-01", "a key that is none", "KEY_INVALID", unknown.code(), unknown);
  }

  private static void revoked(Ruling ruling) {
    Account owner = Accounts.roomy(ruling.bench());
    Account key = owner.withKey("{\"name\":\"to be revoked\"}");
    Read.expect(200, key.get(ACCOUNT));
    Exchange first = Read.expect(200, owner.send(Request.of("DELETE", path(key))));
    Exchange refused = key.get(ACCOUNT);
    Breach.unlessSame("AUTH-03", "the next call", "KEY_REVOKED", refused.code(), first, refused);
    Exchange start = key.send(key.start());
    Breach.unlessSame("AUTH-03", "a start", "KEY_REVOKED", start.code(), first, start);
    Exchange second = Read.expect(200, owner.send(Request.of("DELETE", path(key))));
    Breach.unlessSame(
        "KEY-14",
        "revoked_at after a second revocation",
        Read.text(first, "/revoked_at"),
        Read.text(second, "/revoked_at"),
        first,
        second);
    ruling.restIsKept("a revocation holds from its answer on, and twice is once");
  }

  private static void expires(Ruling ruling) {
    Account owner = Accounts.roomy(ruling.bench());
    ServerClock clock = ServerClock.of(owner);
    Instant end = clock.now().plus(SOON).truncatedTo(ChronoUnit.MILLIS);
    Account key = owner.withKey("{\"name\":\"short\",\"expires_at\":\"" + end + "\"}");
    Exchange before = key.get(ACCOUNT);
    if (before.until().plus(clock.most()).isBefore(end.minusSeconds(1))) {
      Breach.unlessSame("KEY-12", "the status before the end", 200, before.status(), before);
    }
    Duration left = Duration.between(clock.now(), end);
    left = left.isNegative() ? Duration.ZERO : left.plusMillis(200);
    ruling.bench().target().passage().pass(left);
    Exchange after = key.get(ACCOUNT);
    Breach.unlessSame("KEY-12", "a call after the end", "KEY_EXPIRED", after.code(), after);
    Exchange late =
        owner.post(KEYS, "{\"name\":\"late\",\"expires_at\":\"" + end.minusSeconds(1) + "\"}");
    ruling.same("KEY-12", "an end that is over", "INVALID_PARAMS", late.code(), late);
  }

  private static void scopes(Ruling ruling) {
    Account owner = Accounts.roomy(ruling.bench());
    Account key = owner.withKey("{\"name\":\"few\",\"scopes\":[\"account:read\",\"keys:write\"]}");
    Exchange allowed = key.get(ACCOUNT);
    Breach.unlessSame("KEY-04", "the status of what is allowed", 200, allowed.status(), allowed);
    List<Request> others =
        List.of(
            key.start(),
            Request.get("/api/v1/generations"),
            Request.get("/api/v1/models"),
            Request.get("/api/v1/requests"),
            Request.get(KEYS),
            Request.get("/api/v1/admin/accounts"));
    for (Request other : others) {
      Exchange refused = key.send(other);
      Breach.unlessSame("KEY-04", "" + other, "SCOPE_MISSING", refused.code(), refused);
    }
    for (String more : List.of("generations:write", "operator")) {
      Exchange given = key.post(KEYS, "{\"name\":\"x\",\"scopes\":[\"" + more + "\"]}");
      Breach.unlessSame("KEY-05", "a key with " + more, "SCOPE_MISSING", given.code(), given);
    }
    ruling.restIsKept("a key does what its scopes name, and gives away no other");
  }

  private static void addresses(Ruling ruling) {
    Account owner = Accounts.roomy(ruling.bench());
    Account key = owner.withKey("{\"name\":\"elsewhere\",\"allowed_ips\":[\"203.0.113.0/24\"]}");
    Exchange refused = key.get(ACCOUNT);
    Breach.unlessSame("KEY-07", "a call from here", "IP_NOT_ALLOWED", refused.code(), refused);
    String here = Read.text(refused, "/ip");
    Exchange changed = change(owner, key, "{\"allowed_ips\":[\"" + here + "\"]}");
    Breach.unlessSame("KEY-15", "the status of a change", 200, changed.status(), changed);
    Exchange allowed = key.get(ACCOUNT);
    Breach.unlessSame("KEY-15", "the status after it", 200, allowed.status(), changed, allowed);
    ruling.restIsKept("a key works from its addresses only, and a change holds from its answer on");
  }

  private static void models(Ruling ruling) {
    Account owner = Accounts.roomy(ruling.bench());
    String slug = ruling.bench().target().profile().model().slug();
    Exchange all = Read.expect(200, owner.get("/api/v1/models?limit=100"));
    String other =
        slugs(all).stream()
            .filter(model -> !model.equals(slug))
            .findFirst()
            .orElseThrow(() -> new Unreachable("there is no other model"));
    Account key = owner.withKey("{\"name\":\"one\",\"models\":[\"" + slug + "\"]}");
    Exchange listed = Read.expect(200, key.get("/api/v1/models?limit=100"));
    Breach.unlessSame("KEY-06", "the models of the key", List.of(slug), slugs(listed), listed);
    String body = "{\"model\":\"" + other + "\",\"prompt\":\"x\"}";
    Exchange refused = key.post("/api/v1/generate", body);
    ruling.same("KEY-06", "another model", "MODEL_NOT_ALLOWED", refused.code(), refused);
  }

  private static void shown(Ruling ruling) {
    Account owner = Accounts.roomy(ruling.bench());
    Account key = owner.withKey("{\"name\":\"shown once\"}");
    Breach.unlessSame("KEY-01", "the status of its call", 200, key.get(ACCOUNT).status());
    Exchange one = Read.expect(200, owner.get(path(key)));
    Exchange all = Read.expect(200, owner.get(KEYS + "?limit=100"));
    Breach.unless(
        !one.text().contains(key.key().value()) && !all.text().contains(key.key().value()),
        "KEY-02",
        "a key is shown again");
    String prefix = Read.text(one, "/prefix");
    Breach.unless(
        !prefix.isEmpty() && key.key().value().startsWith(prefix),
        "KEY-02",
        "its prefix is not its beginning",
        one);
    ruling.restIsKept("a key works at once, and is shown once");
  }

  private static void anothers(Ruling ruling) {
    Account owner = Accounts.roomy(ruling.bench());
    Account stranger = Accounts.roomy(ruling.bench());
    for (Exchange refused :
        List.of(
            stranger.get(path(owner)),
            change(stranger, owner, "{\"name\":\"mine\"}"),
            stranger.send(Request.of("DELETE", path(owner))),
            stranger.get(KEYS + "/key_none"))) {
      Breach.unless(
          refused.status() == 404 && refused.code().equals("KEY_NOT_FOUND"),
          "KEY-17",
          Read.said(refused),
          refused);
    }
    ruling.same("KEY-17", "the status of its own call", 200, owner.get(ACCOUNT).status());
  }

  private static Exchange change(Account by, Account key, String body) {
    return by.send(Request.post(path(key), body).withMethod("PATCH"));
  }

  private static String path(Account key) {
    return KEYS + "/" + key.keyId();
  }

  private static List<String> slugs(Exchange page) {
    return Read.data(page).stream().map((JsonNode model) -> model.path("model").asText()).toList();
  }
}
