package dev.waymark.benchmarks.callers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.waymark.client.transport.Json;
import dev.waymark.generated.client.model.Model;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallersTest {
  private static final String MODEL = "/api/v1/models/mosaic-1";

  @Test
  void all_callers_have_the_answer_of_the_same_size() throws Exception {
    ObjectReader reader = Json.mapper().readerFor(Model.class);
    String other = Bodies.openAiModel(Bodies.MODEL.length());
    try (InstantServer server =
            new InstantServer(Map.of(MODEL, Bodies.MODEL, "/v1/models/mosaic-1", other));
        Caller bare =
            new BareCaller<Model>(server.address() + MODEL, "key", reader, Model::getModel);
        Caller waymark =
            new WaymarkCaller(
                server.address(), "key", client -> client.models().get("mosaic-1").slug());
        Caller openAi = new OpenAiCaller(server.address(), "key", "mosaic-1")) {
      assertThat(other).hasSameSizeAs(Bodies.MODEL);
      assertThat(bare.call()).isEqualTo("mosaic-1");
      assertThat(waymark.call()).isEqualTo("mosaic-1");
      assertThat(openAi.call()).isEqualTo("atlas-1");
    }
  }
}
