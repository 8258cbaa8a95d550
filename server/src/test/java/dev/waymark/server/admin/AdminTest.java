package dev.waymark.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.errors.ApiException;
import dev.waymark.server.SharedServer;
import dev.waymark.server.access.ApiKey;
import dev.waymark.server.access.Caller;
import dev.waymark.server.access.KeyStore;
import dev.waymark.server.access.Scope;
import dev.waymark.server.accounts.AccountStore;
import dev.waymark.server.accounts.Statement;
import dev.waymark.server.accounts.Statements;
import dev.waymark.server.idempotency.Sealing;
import dev.waymark.server.idempotency.StoredAnswer;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.wallet.Ledger;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What operators do, on a real PostgreSQL. */
class AdminTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SharedServer server = SharedServer.get();
  private final Accounts accounts = server.bean(Accounts.class);
  private final NewAccounts newAccounts = server.bean(NewAccounts.class);
  private final CreditEntries entries = server.bean(CreditEntries.class);
  private final Caller operator = operator();

  @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
  void adjustments_add_up_and_never_take_more_than_there_is(
      @ForAll @Size(max = 12) List<@LongRange(min = -40, max = 40) Long> changes) {
    AccountId account = server.account(SharedServer.plan(50));
    long balance = 50;
    long purchased = 0;
    for (long credits : changes) {
      if (credits == 0 || credits < -balance) {
        assertThat(refusal(() -> adjust(account, credits))).isEqualTo("INVALID_PARAMS");
      } else {
        adjust(account, credits);
        balance += credits;
        purchased = credits > 0 ? purchased + credits : Math.min(purchased, balance);
      }
      Statement statement = server.bean(Statements.class).of(account);
      assertThat(List.of(statement.wallet().balance().value(), statement.purchased().value()))
          .isEqualTo(List.of(balance, purchased));
    }
  }

  @Test
  void a_topup_outlives_the_cycle() {
    AccountId account = account("{\"name\": \"a\", \"plan\": \"pro\"}");
    enter(account, "{\"type\": \"topup\", \"credits\": 500}", Optional.empty());
    server.clock().move(Ledger.cycle());

    Statement statement = accounts.get(account.value()).statement();
    assertThat(statement.wallet().balance().value()).isEqualTo(15_500);
    assertThat(statement.purchased().value()).isEqualTo(500);
  }

  @Test
  void a_resent_topup_is_entered_once() {
    AccountId account = server.account(SharedServer.plan(0));
    StoredAnswer first =
        enter(account, "{\"type\": \"topup\", \"credits\": 5}", Optional.of("once"));
    StoredAnswer again =
        enter(account, "{\"credits\": 5, \"type\": \"topup\"}", Optional.of("once"));

    assertThat(again.answer()).isEqualTo(first.answer());
    assertThat(again.original()).isPresent();
    assertThat(balance(account)).isEqualTo(5);
  }

  @Test
  void the_same_topup_of_another_account_is_another_call() {
    String topup = "{\"type\": \"topup\", \"credits\": 5}";
    enter(server.account(SharedServer.plan(0)), topup, Optional.of("mine"));
    AccountId other = server.account(SharedServer.plan(0));

    assertThat(refusal(() -> enter(other, topup, Optional.of("mine"))))
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(balance(other)).isZero();
  }

  @Test
  void a_balance_stays_a_number_that_every_json_reader_knows() {
    AccountId account = server.account(SharedServer.plan((1L << 53) - 6));

    assertThat(refusal(() -> adjust(account, 6))).isEqualTo("INVALID_PARAMS");
    adjust(account, 5);
    assertThat(balance(account)).isEqualTo((1L << 53) - 1);
  }

  @Test
  void a_sandbox_is_no_account() {
    AccountId account = server.account(SharedServer.plan(0));
    AccountId sandbox =
        server.jdbi().inTransaction(tx -> server.bean(AccountStore.class).sandbox(tx, account));

    assertThat(refusal(() -> accounts.get(sandbox.value()))).isEqualTo("ACCOUNT_NOT_FOUND");
    assertThat(refusal(() -> adjust(sandbox, 5))).isEqualTo("ACCOUNT_NOT_FOUND");
    assertThat(refusal(() -> accounts.change(sandbox.value(), body("{\"name\": \"b\"}"))))
        .isEqualTo("ACCOUNT_NOT_FOUND");
    assertThat(accounts.list(Optional.empty(), 2).entries())
        .extracting(state -> state.account().id())
        .contains(account)
        .doesNotContain(sandbox);
  }

  @Test
  void a_new_plan_grants_its_credits_with_the_next_cycle() {
    AccountId account = account("{\"name\": \"a\", \"plan\": \"pro\"}");

    ManagedState changed = accounts.change(account.value(), body("{\"plan\": \"ultimate\"}"));

    assertThat(changed.account().plan()).isEqualTo("ultimate");
    assertThat(balance(account)).isEqualTo(15_000);
    server.clock().move(Ledger.cycle());
    assertThat(balance(account)).isEqualTo(50_000);
  }

  @Test
  void a_cycle_that_ended_unseen_is_granted_by_the_plan_that_it_ended_with() {
    AccountId account = account("{\"name\": \"a\", \"plan\": \"pro\"}");
    server.clock().move(Ledger.cycle());

    accounts.change(account.value(), body("{\"plan\": \"ultimate\"}"));

    assertThat(balance(account)).isEqualTo(15_000);
  }

  @Test
  void models_are_replaced_and_what_is_left_out_stays() {
    AccountId account = account("{\"name\": \"a\", \"plan\": \"pro\", \"models\": [\"script-1\"]}");

    assertThat(accounts.change(account.value(), body("{\"name\": \"b\"}")).account())
        .satisfies(changed -> {
          assertThat(changed.name()).isEqualTo("b");
          assertThat(changed.models()).containsExactly("script-1");
        });
    assertThat(accounts.change(account.value(), body("{\"models\": []}")).account().models())
        .isEmpty();
  }

  @Test
  void a_new_account_has_a_live_key_of_its_name_that_may_do_all_but_operate() {
    StoredAnswer made = make("{\"name\": \"Nord\", \"plan\": \"pro\"}", Optional.empty());
    AccountId account = new AccountId(made.answer().made());

    assertThat(keys(account))
        .singleElement()
        .satisfies(key -> {
          assertThat(key.name()).isEqualTo("Nord");
          assertThat(key.scopes()).isEqualTo(Scope.OWN);
          assertThat(body(made.answer().body()).path("key").asText()).startsWith(key.prefix());
        });
  }

  @Test
  void a_resend_makes_no_second_account() {
    StoredAnswer first = make("{\"name\": \"a\", \"plan\": \"pro\"}", Optional.of("account"));

    assertThat(make("{\"plan\": \"pro\", \"name\": \"a\"}", Optional.of("account")).answer())
        .isEqualTo(first.answer());
  }

  @Test
  void whoever_is_no_operator_makes_nothing() {
    Caller other = server.caller(SharedServer.plan(0));

    assertThat(
            refusal(() ->
                newAccounts.make(
                    new AccountRequest(
                        other,
                        server.bean(Ids.class).request(),
                        body("{}"),
                        Optional.empty(),
                        Sealing.NONE))))
        .isEqualTo("SCOPE_MISSING");
  }

  private AccountId account(String body) {
    return new AccountId(make(body, Optional.empty()).answer().made());
  }

  private StoredAnswer make(String body, Optional<String> once) {
    return newAccounts.make(
        new AccountRequest(
            operator, server.bean(Ids.class).request(), body(body), once, Sealing.NONE));
  }

  private StoredAnswer adjust(AccountId account, long credits) {
    return enter(
        account, "{\"type\": \"adjust\", \"credits\": %d}".formatted(credits), Optional.empty());
  }

  private StoredAnswer enter(AccountId account, String body, Optional<String> once) {
    return entries.enter(
        new CreditEntry(
            operator, server.bean(Ids.class).request(), account.value(), body(body), once));
  }

  private long balance(AccountId account) {
    return accounts.get(account.value()).statement().wallet().balance().value();
  }

  private List<ApiKey> keys(AccountId account) {
    return server
        .jdbi()
        .withHandle(handle ->
            server.bean(KeyStore.class).list(handle, Set.of(account), Optional.empty(), 5));
  }

  private Caller operator() {
    Caller caller = server.caller(SharedServer.plan(0));
    ApiKey key = caller.key();
    return new Caller(
        caller.account(),
        caller.accountName(),
        caller.plan(),
        caller.enabledModels(),
        new ApiKey(
            key.id(),
            key.name(),
            key.prefix(),
            key.mode(),
            EnumSet.allOf(Scope.class),
            key.models(),
            key.allowedIps(),
            key.errorFormat(),
            key.createdAt(),
            key.expiresAt(),
            key.revokedAt()));
  }

  private static JsonNode body(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String refusal(Supplier<?> call) {
    try {
      Object _ = call.get();
    } catch (ApiException refusal) {
      return refusal.error().code().name();
    }
    throw new AssertionError("it was done");
  }
}
