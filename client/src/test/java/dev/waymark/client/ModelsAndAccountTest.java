package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.client.ScriptedServer.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ModelsAndAccountTest {

  private final ScriptedServer server = new ScriptedServer();
  private final WaymarkClient waymark = server.client().build();

  @AfterEach
  void stop() {
    waymark.close();
    server.close();
  }

  @Test
  void a_model_has_parameters_prices_and_limits() {
    server.answer(Answer.of(200, Contract.answer("get", "/api/v1/models/{model}")));

    Model model = waymark.models().get("mosaic-1");

    assertThat(server.last().path()).isEqualTo("/api/v1/models/mosaic-1");
    assertThat(model.prices())
        .containsExactly(
            new Model.Price(Map.of("resolution", "1K"), 8),
            new Model.Price(Map.of("resolution", "2K"), 16));
    assertThat(model.timeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(model.parameters()).containsKey("properties");
  }

  @Test
  void the_list_of_models_is_all_of_them() {
    ObjectNode last = Contract.answer("get", "/api/v1/models");
    server.answer(Answer.of(200, last.deepCopy().put("next_cursor", "abc")), Answer.of(200, last));

    List<Model> models = waymark.models().list();

    assertThat(models).extracting(Model::slug).containsExactly("mosaic-1", "mosaic-1");
    assertThat(server.last().path()).isEqualTo("/api/v1/models?limit=100&cursor=abc");
  }

  @Test
  void the_account_tells_plan_credits_and_cycle() {
    server.answer(Answer.of(200, Contract.answer("get", "/api/v1/account")));

    Account account = waymark.account().get();

    assertThat(account.plan().callsPerMinute()).isEqualTo(240);
    assertThat(account.credits()).isEqualTo(new Account.Credits(14920, 40, 0));
    assertThat(account.cycle().creditsUsed()).isEqualTo(40);
    assertThat(account.runningGenerations()).isEqualTo(1);
    assertThat(account.key().id()).isEqualTo("key_01KAM3Q9T5X8Y2ZB4C6D7E8F9G");
  }
}
