package dev.waymark.server.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.errors.ApiException;
import dev.waymark.server.SharedServer;
import dev.waymark.server.access.ApiKey;
import dev.waymark.server.access.Caller;
import dev.waymark.server.access.KeyStore;
import dev.waymark.server.access.Mode;
import dev.waymark.server.access.NewKey;
import dev.waymark.server.access.Scope;
import dev.waymark.server.accounts.AccountStore;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.idempotency.Sealing;
import dev.waymark.server.idempotency.StoredAnswer;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.ids.KeyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Keys on a real PostgreSQL: whose they are, and what they may be. */
class KeysTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SharedServer server = SharedServer.get();
  private final Keys keys = server.bean(Keys.class);
  private final KeyChanges changes = server.bean(KeyChanges.class);
  private final NewKeys newKeys = server.bean(NewKeys.class);
  private final Caller live = caller(server.account(SharedServer.plan(0)), Scope.OWN);

  @Test
  void a_live_key_sees_the_sandboxs_keys_and_a_test_key_no_others() {
    Caller test = caller(sandbox(), Scope.OWN);

    assertThat(ids(keys.list(live, Optional.empty(), 10)))
        .containsExactlyInAnyOrder(live.key().id(), test.key().id());
    assertThat(ids(keys.list(test, Optional.empty(), 10))).containsExactly(test.key().id());
    assertThat(refusal(() -> keys.get(test, live.key().id().value()))).isEqualTo("KEY_NOT_FOUND");
  }

  @Test
  void the_keys_of_others_are_not_found_whatever_one_wants_of_them() {
    Caller other = caller(server.account(SharedServer.plan(0)), Scope.OWN);
    String id = live.key().id().value();

    assertThat(refusal(() -> keys.get(other, id))).isEqualTo("KEY_NOT_FOUND");
    assertThat(refusal(() -> changes.change(other, id, body("{\"name\": \"mine\"}"))))
        .isEqualTo("KEY_NOT_FOUND");
    assertThat(refusal(() -> changes.revoke(other, id))).isEqualTo("KEY_NOT_FOUND");
    assertThat(keys.get(live, id).key()).isEqualTo(live.key());
  }

  @Property(tries = 15)
  void pages_hold_every_key_once_newest_first(
      @ForAll @IntRange(max = 9) int more, @ForAll @IntRange(min = 1, max = 4) int limit) {
    Caller owner = caller(server.account(SharedServer.plan(0)), Scope.OWN);
    List<KeyId> all = new ArrayList<>(List.of(owner.key().id()));
    for (int made = 0; made < more; made++) {
      all.add(issue(owner.account(), Scope.USE).id());
    }
    all.sort(Comparator.comparing(KeyId::value).reversed());

    List<KeyId> seen = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      Page<KeyState> page = keys.list(owner, after, limit);
      seen.addAll(ids(page));
      after = page.next();
    } while (after.isPresent());
    assertThat(seen).isEqualTo(all);
  }

  @Test
  void a_key_is_revoked_once_and_for_good() {
    String id = issue(live.account(), Scope.USE).id().value();
    Optional<Instant> first = changes.revoke(live, id).key().revokedAt();
    server.clock().move(Duration.ofSeconds(1));

    assertThat(first).isPresent();
    assertThat(changes.revoke(live, id).key().revokedAt()).isEqualTo(first);
    assertThat(changes.change(live, id, body("{\"name\": \"still revoked\"}")).key())
        .satisfies(key -> {
          assertThat(key.name()).isEqualTo("still revoked");
          assertThat(key.revokedAt()).isEqualTo(first);
        });
  }

  @Test
  void a_key_that_says_nothing_of_scopes_gets_those_of_use_that_its_maker_has() {
    Caller maker =
        caller(live.account(), Set.of(Scope.KEYS_WRITE, Scope.MODELS_READ, Scope.ACCOUNT_READ));

    assertThat(make(maker, "{\"name\": \"a\"}").scopes())
        .containsExactlyInAnyOrder(Scope.MODELS_READ, Scope.ACCOUNT_READ);
  }

  @Property(tries = 40)
  void nobody_makes_a_key_that_may_do_what_its_maker_may_not(
      @ForAll Set<Scope> wanted, @ForAll Set<Scope> had) {
    Set<Scope> own = EnumSet.of(Scope.KEYS_WRITE);
    own.addAll(had);
    Caller maker = caller(live.account(), own);
    String body =
        "{\"name\": \"a\", \"scopes\": %s}"
            .formatted(
                wanted.stream().sorted().map(scope -> "\"" + scope.wireName() + "\"").toList());
    Optional<String> missing =
        wanted.stream()
            .sorted()
            .filter(scope -> !own.contains(scope))
            .map(scope -> "SCOPE_MISSING " + scope.wireName())
            .findFirst();

    if (missing.isPresent()) {
      assertThat(refusal(() -> make(maker, body))).isEqualTo(missing.get());
    } else {
      assertThat(make(maker, body).scopes()).isEqualTo(wanted);
    }
  }

  @Test
  void a_key_keeps_scopes_that_whoever_changes_it_does_not_have() {
    Caller weak = caller(live.account(), Set.of(Scope.KEYS_WRITE));
    String id = issue(live.account(), Set.of(Scope.ACCOUNT_READ)).id().value();

    assertThat(
            changes
                .change(weak, id, body("{\"scopes\": [\"account:read\", \"keys:write\"]}"))
                .key()
                .scopes())
        .containsExactlyInAnyOrder(Scope.ACCOUNT_READ, Scope.KEYS_WRITE);
    assertThat(refusal(() -> changes.change(weak, id, body("{\"scopes\": [\"keys:read\"]}"))))
        .isEqualTo("SCOPE_MISSING keys:read");
  }

  @Test
  void a_test_key_is_never_an_operators() {
    Caller operator = caller(live.account(), EnumSet.allOf(Scope.class));

    assertThat(
            faults(() ->
                make(
                    operator, "{\"name\": \"a\", \"mode\": \"test\", \"scopes\": [\"operator\"]}")))
        .containsExactly("scopes[0]");
  }

  @Test
  void a_test_key_makes_test_keys_only_and_a_live_key_both() {
    Caller test = caller(sandbox(), Scope.OWN);

    assertThat(make(test, "{\"name\": \"a\"}").mode()).isEqualTo(Mode.TEST);
    assertThat(make(live, "{\"name\": \"a\"}").mode()).isEqualTo(Mode.LIVE);
    assertThat(make(live, "{\"name\": \"a\", \"mode\": \"test\"}").mode()).isEqualTo(Mode.TEST);
    assertThat(faults(() -> make(test, "{\"name\": \"a\", \"mode\": \"live\"}")))
        .containsExactly("mode");
  }

  @Test
  void the_first_test_key_makes_the_sandbox() {
    Caller owner = caller(server.account(SharedServer.plan(0)), Scope.OWN);

    ApiKey made = make(owner, "{\"name\": \"a\", \"mode\": \"test\"}");

    assertThat(ids(keys.list(owner, Optional.empty(), 10))).contains(made.id());
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    assertThat(
            faults(() ->
                make(
                    live,
                    """
                    {"name": " ", "models": ["script-1", "skript"], "allowed_ips": ["10.0.0.0/8", "localhost"],
                     "expires_at": "%s", "credits_per_month": -1, "colour": 1}
                    """
                        .formatted(server.clock().instant()))))
        .containsExactly(
            "allowed_ips[1]", "colour", "credits_per_month", "expires_at", "models[1]", "name");
  }

  @Test
  void a_resend_gets_the_same_key_and_makes_no_other() {
    Caller owner = caller(server.account(SharedServer.plan(0)), Scope.OWN);
    StoredAnswer first = newKeys.make(request(owner, "{\"name\": \"a\"}", Optional.of("once")));
    StoredAnswer again = newKeys.make(request(owner, "{\"name\": \"a\"}", Optional.of("once")));

    assertThat(again.answer()).isEqualTo(first.answer());
    assertThat(again.original()).isPresent();
    assertThat(keys.list(owner, Optional.empty(), 10).entries()).hasSize(2);
  }

  @Test
  void a_resend_gets_its_answer_although_its_key_has_lost_the_scope() {
    Caller owner = caller(server.account(SharedServer.plan(0)), Scope.OWN);
    StoredAnswer first = newKeys.make(request(owner, "{\"name\": \"a\"}", Optional.of("once")));
    Caller weaker = caller(owner.account(), Set.of(Scope.MODELS_READ));

    assertThat(newKeys.make(request(weaker, "{\"name\": \"a\"}", Optional.of("once"))).answer())
        .isEqualTo(first.answer());
    assertThat(
            refusal(
                () -> newKeys.make(request(weaker, "{\"name\": \"a\"}", Optional.of("another")))))
        .isEqualTo("SCOPE_MISSING keys:write");
  }

  @Test
  void a_quota_is_shown_until_it_is_lifted() {
    String id = make(live, "{\"name\": \"a\", \"credits_per_month\": 500}").id().value();

    assertThat(keys.get(live, id).quota().limit()).hasToString("Optional[500]");
    assertThat(changes.change(live, id, body("{\"name\": \"b\"}")).quota().limit()).isPresent();
    assertThat(changes.change(live, id, body("{\"credits_per_month\": null}")).quota().limit())
        .isEmpty();
  }

  private AccountId sandbox() {
    return server
        .jdbi()
        .inTransaction(tx -> server.bean(AccountStore.class).sandbox(tx, live.account()));
  }

  private Caller caller(AccountId account, Set<Scope> scopes) {
    return new Caller(account, "a test's", SharedServer.plan(0), Set.of(), issue(account, scopes));
  }

  private ApiKey issue(AccountId account, Set<Scope> scopes) {
    KeyStore store = server.bean(KeyStore.class);
    return server
        .jdbi()
        .inTransaction(tx ->
            store
                .find(
                    tx,
                    Set.of(account),
                    store.issue(tx, account, NewKey.of("a test's", scopes)).id())
                .orElseThrow());
  }

  private ApiKey make(Caller caller, String body) {
    StoredAnswer answer = newKeys.make(request(caller, body, Optional.empty()));
    return keys.get(caller, answer.answer().made()).key();
  }

  private MakeRequest request(Caller caller, String body, Optional<String> once) {
    return new MakeRequest(
        caller, server.bean(Ids.class).request(), body(body), once, Sealing.NONE);
  }

  private static JsonNode body(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<KeyId> ids(Page<KeyState> page) {
    return page.entries().stream().map(state -> state.key().id()).toList();
  }

  private static String refusal(Supplier<?> call) {
    ApiException refusal = refused(call);
    Object scope = refusal.error().extras().get("scope");
    return refusal.error().code() + (scope == null ? "" : " " + scope);
  }

  private static List<String> faults(Supplier<?> call) {
    ApiException refusal = refused(call);
    assertThat(refusal.error().code()).hasToString("INVALID_PARAMS");
    return ((List<?>) refusal.error().extras().getOrDefault("fields", List.of()))
        .stream().map(Object::toString).toList();
  }

  private static ApiException refused(Supplier<?> call) {
    try {
      Object _ = call.get();
    } catch (ApiException refusal) {
      return refusal;
    }
    throw new AssertionError("it was done");
  }
}
