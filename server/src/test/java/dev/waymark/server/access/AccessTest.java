package dev.waymark.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.ApiException;
import dev.waymark.errors.ErrorCode;
import dev.waymark.server.SharedServer;
import dev.waymark.server.accounts.AccountStore;
import dev.waymark.server.contract.Rendering;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.plans.Plans;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who is let in, on a real PostgreSQL and with a steered clock. */
class AccessTest {
  private final SharedServer server = SharedServer.get();
  private final Access access = server.bean(Access.class);
  private final Identities identities = server.bean(Identities.class);
  private final Plans plans = server.bean(Plans.class);

  @Test
  void a_key_lets_its_account_in_with_its_plan_and_models() {
    AccountId account = account("pro", List.of("atlas-studio-1"));

    Caller caller = enter(key(account));

    assertThat(caller.account()).isEqualTo(account);
    assertThat(caller.plan()).isEqualTo(plans.get("pro"));
    assertThat(caller.enabledModels()).containsExactly("atlas-studio-1");
  }

  @Test
  void a_key_that_nobody_has_made_is_refused() {
    assertThat(refusal(() -> enter(new KeyText("wm_live_unknown"))).code())
        .isEqualTo(ErrorCode.KEY_INVALID);
  }

  @Test
  void a_key_that_is_almost_right_is_refused() {
    KeyText key = key(account("pro", List.of()));

    assertThat(refusal(() -> enter(new KeyText(key.value() + "A"))).code())
        .isEqualTo(ErrorCode.KEY_INVALID);
  }

  @Test
  void a_revoked_key_is_refused_from_the_moment_of_its_revocation() {
    KeyText key = key(account("pro", List.of()));
    Instant now = server.clock().instant();
    set("revoked_at", now, key);

    ApiError error = refusal(() -> enter(key));

    assertThat(error.code()).isEqualTo(ErrorCode.KEY_REVOKED);
    assertThat(error.extras()).containsEntry("revoked_at", now);
  }

  @Test
  void a_key_holds_until_just_before_it_expires() {
    KeyText key = key(account("pro", List.of()));
    set("expires_at", server.clock().instant().plus(Duration.ofHours(1)), key);
    server.clock().move(Duration.ofHours(1).minusNanos(1000));

    assertThatCode(() -> enter(key)).doesNotThrowAnyException();
  }

  @Test
  void a_key_is_refused_at_the_very_instant_at_which_it_expires() {
    KeyText key = key(account("pro", List.of()));
    Instant end = server.clock().instant().plus(Duration.ofHours(1));
    set("expires_at", end, key);
    server.clock().move(Duration.ofHours(1));

    ApiError error = refusal(() -> enter(key));

    assertThat(error.code()).isEqualTo(ErrorCode.KEY_EXPIRED);
    assertThat(error.extras()).containsEntry("expired_at", end);
  }

  @Test
  void a_key_that_is_both_expired_and_revoked_was_revoked() {
    KeyText key = key(account("pro", List.of()));
    set("expires_at", server.clock().instant(), key);
    set("revoked_at", server.clock().instant(), key);

    assertThat(refusal(() -> enter(key)).code()).isEqualTo(ErrorCode.KEY_REVOKED);
  }

  @Test
  void a_plan_without_the_api_is_told_which_plans_have_it() {
    Caller caller = enter(key(account("free", List.of())));

    ApiError error = refusal(() -> access.checkTier(caller));

    assertThat(error.code()).isEqualTo(ErrorCode.TIER_LOCKED);
    assertThat(error.extras())
        .containsEntry("tier", "free")
        .containsEntry("required", List.of("pro", "ultimate"));
  }

  @Test
  void a_plan_with_the_api_is_let_through() {
    Caller caller = enter(key(account("ultimate", List.of())));

    assertThatCode(() -> access.checkTier(caller)).doesNotThrowAnyException();
  }

  @Test
  void neither_the_caller_nor_the_database_holds_the_key_itself() {
    KeyText key = key(account("pro", List.of()));

    assertThat(enter(key).toString()).doesNotContain(key.value());
    assertThat(rowsThatHold(key.value().substring(12))).isZero();
  }

  @Test
  void a_key_of_a_sandbox_is_a_test_key_with_the_plan_and_the_models_of_its_account() {
    AccountId account = account("pro", List.of("atlas-studio-1"));
    AccountId sandbox = sandbox(account);
    KeyText key = key(sandbox);

    Caller caller = enter(key);

    assertThat(key.value()).startsWith("wm_test_");
    assertThat(caller.key().mode()).isEqualTo(Mode.TEST);
    assertThat(caller.account()).isEqualTo(sandbox).isNotEqualTo(account);
    assertThat(caller.plan()).isEqualTo(plans.get("pro"));
    assertThat(caller.enabledModels()).containsExactly("atlas-studio-1");
  }

  @Test
  void a_sandbox_goes_with_its_account_when_that_changes_its_plan_or_models() {
    AccountId account = account("pro", List.of());
    KeyText key = key(sandbox(account));
    server
        .jdbi()
        .useTransaction(tx -> {
          tx.execute("UPDATE account SET plan = 'ultimate' WHERE id = ?", account.value());
          server.bean(AccountStore.class).enable(tx, account, "atlas-studio-1");
        });

    assertThat(enter(key).plan()).isEqualTo(plans.get("ultimate"));
    assertThat(enter(key).enabledModels()).containsExactly("atlas-studio-1");
  }

  @Test
  void an_account_has_one_sandbox_however_often_it_is_asked_for() {
    AccountId account = account("pro", List.of());

    assertThat(sandbox(account)).isEqualTo(sandbox(account));
  }

  @Test
  void a_sandbox_has_no_sandbox() {
    AccountId sandbox = sandbox(account("pro", List.of()));

    assertThatIllegalArgumentException().isThrownBy(() -> sandbox(sandbox));
  }

  @Test
  void a_key_is_pinned_to_the_rendering_that_it_was_made_for() {
    AccountId account = account("pro", List.of());
    for (Rendering rendering : Rendering.values()) {
      KeyText key =
          server
              .jdbi()
              .inTransaction(tx ->
                  server
                      .bean(KeyStore.class)
                      .issue(tx, account, NewKey.of("pinned", Scope.OWN).pinnedTo(rendering))
                      .text());

      assertThat(enter(key).key().errorFormat()).isEqualTo(rendering);
    }
  }

  private AccountId sandbox(AccountId account) {
    return server.jdbi().inTransaction(tx -> server.bean(AccountStore.class).sandbox(tx, account));
  }

  private int rowsThatHold(String text) {
    return server
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery("SELECT count(*) FROM api_key k WHERE k::text LIKE :text")
                .bind("text", "%" + text + "%")
                .mapTo(Integer.class)
                .one());
  }

  private Caller enter(KeyText key) {
    return access.authenticate(identities.of(List.of("Bearer " + key.value())));
  }

  private AccountId account(String plan, List<String> models) {
    return server
        .jdbi()
        .inTransaction(
            tx -> server.bean(AccountStore.class).create(tx, "a test's", plans.get(plan), models));
  }

  private KeyText key(AccountId account) {
    return server
        .jdbi()
        .inTransaction(tx ->
            server
                .bean(KeyStore.class)
                .issue(tx, account, NewKey.of("a test's", Scope.OWN))
                .text());
  }

  private void set(String column, Instant instant, KeyText key) {
    server
        .jdbi()
        .useHandle(handle ->
            handle.execute(
                "UPDATE api_key SET " + column + " = ? WHERE hash = ?",
                instant.atOffset(ZoneOffset.UTC),
                key.hash()));
  }

  private static ApiError refusal(ThrowingCallable call) {
    return catchThrowableOfType(ApiException.class, call).error();
  }
}
