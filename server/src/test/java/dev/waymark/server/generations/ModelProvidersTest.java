package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.waymark.server.SharedServer;
import dev.waymark.server.access.Mode;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.models.Catalogue;
import dev.waymark.server.providers.Assignment;
import dev.waymark.server.providers.Media;
import dev.waymark.server.providers.Provider;
import dev.waymark.server.providers.StandIn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who makes what for whom. */
class ModelProvidersTest {
  private static final StandIn STAND_IN = _ -> media("stand-in");

  @ParameterizedTest(name = "a provider that costs ({0}) serves a {1} key by the {2}")
  @CsvSource({
    "true,  LIVE, provider",
    "true,  TEST, stand-in",
    "false, LIVE, provider",
    "false, TEST, provider"
  })
  void only_a_test_key_s_job_for_a_provider_that_costs_goes_to_the_stand_in(
      boolean costs, Mode mode, String maker) throws Exception {
    Catalogue catalogue = SharedServer.get().bean(Catalogue.class);
    ModelProviders models = new ModelProviders(catalogue, List.of(new Scripted(costs)), STAND_IN);

    Media made = models.of("script-1", mode).orElseThrow().maker().make(assignment());

    assertThat(made.contentType()).isEqualTo(maker);
  }

  private static Assignment assignment() {
    JsonNode nothing = JsonNodeFactory.instance.objectNode();
    return new Assignment(
        new GenerationId("gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9G"), "a fox", nothing, nothing);
  }

  private static Media media(String maker) {
    return new Media(new byte[0], maker);
  }

  private record Scripted(boolean costs) implements Provider {
    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public Optional<String> objection(JsonNode parameters, JsonNode settings) {
      return Optional.empty();
    }

    @Override
    public Media generate(Assignment assignment) {
      return media("provider");
    }
  }
}
