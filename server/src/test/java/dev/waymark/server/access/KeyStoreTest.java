package dev.waymark.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.ErrorCode;
import dev.waymark.server.SharedServer;
import dev.waymark.server.accounts.AccountStore;
import dev.waymark.server.contract.Rendering;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.ids.KeyId;
import dev.waymark.server.plans.Plans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Keys in a real PostgreSQL, behind a cache that a test steers. */
class KeyStoreTest {
  private static final List<String> RANGES =
      List.of("2001:DB8::/32", "203.0.113.9/24", "127.0.0.1");

  private final SharedServer server = SharedServer.get();
  private final SteeredChanges changes = new SteeredChanges();
  private final CachedCallers callers =
      new CachedCallers(server.bean(StoredCallers.class), changes, new AccessSettings(100));
  private final KeyStore keys = new KeyStore(callers, server.bean(Ids.class), server.clock());
  private final Identities identities = new Identities(callers, server.clock());
  private final Access access = server.bean(Access.class);
  private final AccountId account = server.account(server.bean(Plans.class).get("pro"));
  private final AccountId stranger = server.account(server.bean(Plans.class).get("pro"));

  @Test
  void a_key_is_found_as_it_was_made() {
    Instant expiry = server.clock().instant().plus(Duration.ofDays(1));
    IssuedKey issued =
        inTransaction(tx ->
            keys.issue(
                tx,
                account,
                new NewKey(
                    "render farm",
                    Set.of(Scope.KEYS_READ, Scope.GENERATIONS_WRITE),
                    Optional.of(List.of("atlas-1")),
                    Optional.of(RANGES),
                    Optional.of(expiry),
                    Rendering.TYPED)));

    assertThat(find(issued.id(), Set.of(account)))
        .hasValue(
            new ApiKey(
                issued.id(),
                "render farm",
                issued.text().prefix(),
                Mode.LIVE,
                Set.of(Scope.KEYS_READ, Scope.GENERATIONS_WRITE),
                Optional.of(Set.of("atlas-1")),
                Optional.of(RANGES),
                Rendering.TYPED,
                server.clock().instant(),
                Optional.of(expiry),
                Optional.empty()));
  }

  @Test
  void a_key_is_found_among_the_accounts_that_are_asked_for_only() {
    AccountId sandbox = inTransaction(tx -> server.bean(AccountStore.class).sandbox(tx, account));
    IssuedKey key = issue(sandbox);

    assertThat(find(key.id(), Set.of(account, sandbox))).map(ApiKey::mode).hasValue(Mode.TEST);
    assertThat(find(key.id(), Set.of(account, stranger))).isEmpty();
    assertThat(find(key.id(), Set.of())).isEmpty();
    assertThat(find(new KeyId("key_none"), Set.of(account))).isEmpty();
    Optional<ApiKey> locked = inTransaction(tx -> keys.lock(tx, Set.of(sandbox), key.id()));
    assertThat(locked).isPresent();
  }

  @Test
  void keys_are_listed_newest_first_and_from_where_a_page_ended() {
    List<KeyId> made =
        List.of(issueLater(account), issueLater(account), issueLater(account), issueLater(account));
    issueLater(stranger);

    assertThat(list(Optional.empty(), 2)).containsExactly(made.get(3), made.get(2));
    assertThat(list(Optional.of(made.get(2)), 5)).containsExactly(made.get(1), made.get(0));
    assertThat(list(Optional.of(made.get(0)), 5)).isEmpty();
  }

  @Test
  void a_change_gives_a_key_what_it_is_to_have_and_nothing_else() {
    IssuedKey issued = issue(account);
    IssuedKey other = issue(account);
    ApiKey before = find(issued.id(), Set.of(account)).orElseThrow();
    ApiKey wanted =
        new ApiKey(
            before.id(),
            "another name",
            "wm_not_shown",
            Mode.TEST,
            Set.of(),
            Optional.of(Set.of("atlas-1", "aurora-1")),
            Optional.of(RANGES),
            Rendering.PLAIN,
            Instant.EPOCH,
            Optional.of(server.clock().instant()),
            Optional.of(Instant.EPOCH));
    ApiKey untouched = find(other.id(), Set.of(account)).orElseThrow();

    server.jdbi().useTransaction(tx -> keys.update(tx, wanted));

    assertThat(find(issued.id(), Set.of(account)))
        .hasValue(
            new ApiKey(
                before.id(),
                "another name",
                before.prefix(),
                Mode.LIVE,
                Set.of(),
                wanted.models(),
                wanted.allowedIps(),
                Rendering.PLAIN,
                before.createdAt(),
                wanted.expiresAt(),
                Optional.empty()));
    assertThat(find(other.id(), Set.of(account))).hasValue(untouched);
  }

  @Test
  void a_key_stays_revoked_from_when_it_first_was() {
    IssuedKey key = issue(account);
    Instant first = server.clock().instant();
    server.jdbi().useTransaction(tx -> keys.revoke(tx, key.id()));
    server.clock().move(Duration.ofSeconds(1));
    server.jdbi().useTransaction(tx -> keys.revoke(tx, key.id()));

    assertThat(find(key.id(), Set.of(account)).flatMap(ApiKey::revokedAt)).hasValue(first);
  }

  @Test
  void a_change_is_announced_for_the_account_that_a_sandbox_belongs_to() {
    AccountId sandbox = inTransaction(tx -> server.bean(AccountStore.class).sandbox(tx, account));

    server.jdbi().useTransaction(tx -> keys.changed(tx, sandbox));
    server.jdbi().useTransaction(tx -> keys.changed(tx, account));

    assertThat(changes.announced)
        .containsExactly("account " + account.value(), "account " + account.value());
  }

  @Test
  void a_revocation_holds_on_the_node_that_made_it_when_it_is_forgotten() {
    IssuedKey key = issue(account);
    assertThat(enter(key.text()).key().id()).isEqualTo(key.id());
    server.jdbi().useTransaction(tx -> keys.revoke(tx, key.id()));

    keys.forget(account);

    assertThat(refusal(key.text())).isEqualTo(ErrorCode.KEY_REVOKED);
  }

  @Test
  void a_revocation_holds_on_another_node_when_it_is_told() {
    IssuedKey key = issue(account);
    enter(key.text());
    server
        .jdbi()
        .useTransaction(tx -> {
          keys.revoke(tx, key.id());
          keys.changed(tx, account);
        });

    changes.announced.forEach(changes::tell);

    assertThat(refusal(key.text())).isEqualTo(ErrorCode.KEY_REVOKED);
  }

  @Test
  void a_key_that_is_at_hand_expires_all_the_same() {
    Instant end = server.clock().instant().plus(Duration.ofMinutes(1));
    IssuedKey key =
        inTransaction(tx ->
            keys.issue(
                tx,
                account,
                new NewKey(
                    "short",
                    Scope.OWN,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(end),
                    Rendering.NATIVE)));
    enter(key.text());
    server.clock().move(Duration.ofMinutes(1));

    assertThat(refusal(key.text())).isEqualTo(ErrorCode.KEY_EXPIRED);
  }

  private <T> T inTransaction(Function<Handle, T> work) {
    return server.jdbi().inTransaction(work::apply);
  }

  private IssuedKey issue(AccountId of) {
    return inTransaction(tx -> keys.issue(tx, of, NewKey.of("a test's", Scope.OWN)));
  }

  private KeyId issueLater(AccountId of) {
    server.clock().move(Duration.ofMillis(1));
    return issue(of).id();
  }

  private Optional<ApiKey> find(KeyId id, Set<AccountId> accounts) {
    return inTransaction(tx -> keys.find(tx, accounts, id));
  }

  private List<KeyId> list(Optional<KeyId> before, int count) {
    return inTransaction(tx -> keys.list(tx, Set.of(account), before, count)).stream()
        .map(ApiKey::id)
        .toList();
  }

  private Caller enter(KeyText key) {
    return access.authenticate(identities.of(List.of("Bearer " + key.value())));
  }

  private ErrorCode refusal(KeyText key) {
    return catchThrowableOfType(ApiException.class, () -> enter(key)).error().code();
  }
}
