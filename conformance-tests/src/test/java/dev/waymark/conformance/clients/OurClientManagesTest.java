package dev.waymark.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.client.AccountChange;
import dev.waymark.client.AccountRequest;
import dev.waymark.client.ActionNeededException;
import dev.waymark.client.CreditChange;
import dev.waymark.client.ErrorDescription;
import dev.waymark.client.GenerationFailedException;
import dev.waymark.client.GenerationRequest;
import dev.waymark.client.Key;
import dev.waymark.client.KeyChange;
import dev.waymark.client.KeyRequest;
import dev.waymark.client.NewAccount;
import dev.waymark.client.NewKey;
import dev.waymark.client.PageQuery;
import dev.waymark.client.RequestRecord;
import dev.waymark.client.Scope;
import dev.waymark.client.StartOptions;
import dev.waymark.client.TestError;
import dev.waymark.client.Transaction;
import dev.waymark.client.TransactionQuery;
import dev.waymark.client.TransactionType;
import dev.waymark.client.TryLaterException;
import dev.waymark.client.WaymarkClient;
import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Extras;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All that is not a generation, from end to end. */
@ExtendWith(SubjectExtension.class)
final class OurClientManagesTest {
  private final Subject subject;

  OurClientManagesTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule("CLI-21")
  void a_key_is_made_limited_freed_and_revoked() {
    try (WaymarkClient client = clientOf(subject.tenant().key())) {
      NewKey made =
          client
              .keys()
              .create(
                  KeyRequest.named("farm").withScopes(Scope.MODELS_READ).withCreditsPerMonth(5));
      String id = made.key().id();
      assertThat(client.keys().stream(PageQuery.all())).extracting(Key::id).contains(id);
      assertThat(client.keys().get(id).quota().orElseThrow().creditsPerMonth()).isEqualTo(5);
      try (WaymarkClient restricted = clientOf(made.secret())) {
        assertThat(restricted.models().list()).isNotEmpty();
        assertThatThrownBy(() -> restricted.account().get())
            .isInstanceOfSatisfying(
                ActionNeededException.class,
                refusal ->
                    assertThat(refusal.typedExtras())
                        .contains(new Extras.ScopeMissing("account:read")));

        Key freed = client.keys().update(id, KeyChange.nothing().withoutCreditsPerMonth());
        assertThat(freed.quota()).isEmpty();
        assertThat(freed.scopes()).containsExactly(Scope.MODELS_READ);

        assertThat(client.keys().revoke(id).revokedAt()).isPresent();
        assertThatThrownBy(() -> restricted.models().list())
            .isInstanceOfSatisfying(
                ActionNeededException.class,
                refusal -> assertThat(refusal.code()).isEqualTo("KEY_REVOKED"));
      }
    }
  }

  @Test
  @Rule("CLI-21")
  void an_operator_makes_an_account_and_gives_it_credits_once() {
    Tenant operator = subject.tenant("ultimate").withOperatorKey();
    try (WaymarkClient client = clientOf(operator.key())) {
      NewAccount made = client.admin().create(AccountRequest.of("Studio Nord", "pro"), "nord-1");
      assertThat(client.admin().create(AccountRequest.of("Studio Nord", "pro"), "nord-1"))
          .isEqualTo(made);
      String id = made.account().id();
      CreditChange topup = CreditChange.topup(5000).withNote("invoice 118");
      Transaction entry = client.admin().changeCredits(id, topup, "invoice-118");
      assertThat(client.admin().changeCredits(id, topup, "invoice-118")).isEqualTo(entry);
      assertThat(client.admin().get(id).credits().purchased()).isEqualTo(5000);
      assertThat(client.admin().update(id, AccountChange.nothing().withPlan("ultimate")).plan())
          .isEqualTo("ultimate");
      try (WaymarkClient owner = clientOf(made.secret())) {
        assertThat(
                owner
                    .account()
                    .streamTransactions(TransactionQuery.all().withType(TransactionType.TOPUP)))
            .singleElement()
            .isEqualTo(entry);
      }
      assertThat(client.metrics().text()).contains("waymark_");
    }
  }

  @Test
  @Rule("CLI-21")
  void a_call_is_looked_up_and_catalogue_and_pages_are_read() {
    Tenant tenant = subject.tenant();
    String id = tenant.awaitLogged(tenant.get("/api/v1/account"));
    try (WaymarkClient client = clientOf(tenant.key())) {
      RequestRecord call = client.requests().get(id);
      assertThat(call.operation()).contains("getAccount");
      assertThat(call.keyId()).isEqualTo(tenant.keyId());
      assertThat(client.requests().list().entries()).extracting(RequestRecord::id).contains(id);

      assertThat(client.errors().stream(PageQuery.all().withPageSize(7)))
          .extracting(ErrorDescription::code)
          .containsExactlyElementsOf(Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
      assertThat(client.docs().errors()).startsWithIgnoringCase("<!doctype html>");
      assertThat(client.docs().error("RATE_LIMIT")).contains("RATE_LIMIT");
      assertThatThrownBy(() -> client.docs().error("RATE_LIMITS"))
          .hasMessageContaining("ERROR_NOT_FOUND");
    }
  }

  @Test
  @Rule("CLI-22")
  void a_test_key_forces_an_error_on_a_start_and_on_a_generation() {
    Tenant sandbox = subject.sandbox();
    GenerationRequest lake = GenerationRequest.of("atlas-1", "a mountain lake at dusk");
    try (WaymarkClient client = clientOf(sandbox.key())) {
      TryLaterException refusal =
          catchThrowableOfType(
              TryLaterException.class,
              () -> client.generations().start(lake, forced("RATE_LIMIT")));
      assertThat(refusal.typedExtras()).containsInstanceOf(Extras.RateLimit.class);

      GenerationFailedException failure =
          catchThrowableOfType(
              GenerationFailedException.class,
              () ->
                  client
                      .generations()
                      .run(lake, forced("PROVIDER_TIMEOUT"), Duration.ofSeconds(50)));
      assertThat(failure.error().orElseThrow().typedExtras())
          .containsInstanceOf(Extras.ProviderTimeout.class);
    }
    assertThat(sandbox.wallet().balance()).isEqualTo(15_000);
  }

  private static StartOptions forced(String code) {
    return StartOptions.defaults().withTestError(TestError.of(code));
  }

  private WaymarkClient clientOf(String key) {
    return WaymarkClient.builder()
        .baseUrl(subject.wire().server().toString())
        .key(key)
        .retryPolicy(RetryPolicy.none())
        .build();
  }
}
