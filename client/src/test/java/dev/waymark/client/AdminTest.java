package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.waymark.client.ScriptedServer.Answer;
import dev.waymark.client.transport.Json;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AdminTest {

  private static final String ACCOUNTS = "/api/v1/admin/accounts";
  private static final String ONE = ACCOUNTS + "/{account_id}";
  private static final String CREDITS = ONE + "/credits";

  private final ScriptedServer server = new ScriptedServer();
  private final WaymarkClient waymark = server.client().build();

  @AfterEach
  void stop() {
    waymark.close();
    server.close();
  }

  @Test
  void a_new_account_brings_its_first_key_and_does_not_show_it() throws JsonProcessingException {
    server.answer(Answer.of(201, Contract.answer("post", ACCOUNTS)));

    NewAccount made =
        waymark
            .admin()
            .create(AccountRequest.of("Studio Nord", "pro").withModels("atlas-studio-1"));

    assertThat(Json.mapper().readTree(server.last().body()))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    "{\"name\":\"Studio Nord\",\"plan\":\"pro\",\"models\":[\"atlas-studio-1\"]}"));
    assertThat(server.last().header("Idempotency-Key")).isNotEqualTo("null");
    assertThat(made.secret()).startsWith("wm_live_");
    assertThat(made.account().credits().balance()).isEqualTo(15_000);
    assertThat(made.toString()).contains("Studio Nord").doesNotContain(made.secret());
  }

  @Test
  void accounts_are_listed_read_and_changed() {
    server.answer(
        Answer.of(200, Contract.answer("get", ACCOUNTS)),
        Answer.of(200, Contract.answer("get", ONE)),
        Answer.of(200, Contract.answer("patch", ONE)));

    assertThat(waymark.admin().stream(PageQuery.all())).isNotEmpty();
    assertThat(waymark.admin().get("acc_1").plan()).isNotEmpty();
    waymark.admin().update("acc_1", AccountChange.nothing().withPlan("ultimate").withModels());

    assertThat(server.last().method()).isEqualTo("PATCH");
    assertThat(server.last().body()).isEqualTo("{\"plan\":\"ultimate\",\"models\":[]}");
  }

  @Test
  void credits_are_changed_as_in_the_contracts_own_examples() throws JsonProcessingException {
    Answer entered = Answer.of(201, Contract.answer("post", CREDITS));
    server.answer(entered, entered);

    Transaction topup =
        waymark
            .admin()
            .changeCredits("acc_1", CreditChange.topup(5000).withNote("invoice 2026-118"), "118");

    assertThat(Json.mapper().readTree(server.last().body()))
        .isEqualTo(Contract.request("post", CREDITS, "topup"));
    assertThat(server.last().header("Idempotency-Key")).isEqualTo("118");
    assertThat(topup.type()).isEqualTo(TransactionType.TOPUP);

    var adjust = Contract.request("post", CREDITS, "adjust");
    CreditChange change =
        new CreditChange(
            TransactionType.ADJUST,
            adjust.path("credits").asLong(),
            Optional.ofNullable(adjust.path("note").textValue()));
    waymark.admin().changeCredits("acc_1", change);
    assertThat(Json.mapper().readTree(server.last().body())).isEqualTo(adjust);
    assertThat(server.last().header("Idempotency-Key")).isNotEqualTo("null");
  }

  @Test
  void what_cannot_be_is_told_at_once() {
    assertThatIllegalArgumentException().isThrownBy(() -> CreditChange.topup(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> CreditChange.adjust(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CreditChange(TransactionType.HOLD, 1, Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> waymark.admin().update("acc_1", AccountChange.nothing()));
    assertThatIllegalArgumentException().isThrownBy(() -> waymark.admin().get(" "));
  }
}
