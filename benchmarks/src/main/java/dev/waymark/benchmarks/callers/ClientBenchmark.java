package dev.waymark.benchmarks.callers;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.waymark.benchmarks.report.Machine;
import dev.waymark.benchmarks.report.Table;
import dev.waymark.benchmarks.report.Targets;
import dev.waymark.client.transport.Json;
import dev.waymark.generated.client.model.Generation;
import dev.waymark.generated.client.model.Model;
import java.util.List;
import java.util.Map;

/**
 * The program behind {@code benchmarks/run-client}. Ends with 0 when everything was measured,
 * whether or not it is as fast as was promised.
 */
public final class ClientBenchmark {
  private static final String KEY = "wm_test_benchmark";
  private static final String BARE = "bare JDK client";
  private static final String WAYMARK = "waymark";
  private static final String OPENAI = "openai-java";
  private static final String POLL = "/api/v1/generations/gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9G";
  private static final String MODEL = "/api/v1/models/mosaic-1";
  private static final double MOST_ADDED_PERCENT = 5;

  private final int rounds;
  private final int calls;
  private final Targets targets = new Targets();

  private ClientBenchmark(int rounds, int calls) {
    this.rounds = rounds;
    this.calls = calls;
  }

  /** Rounds and calls in each, 200 and 100 unless given. */
  public static void main(String[] arguments) throws Exception {
    List<Integer> numbers = List.of(arguments).stream().map(Integer::valueOf).toList();
    new ClientBenchmark(
            numbers.isEmpty() ? 200 : numbers.get(0), numbers.size() < 2 ? 100 : numbers.get(1))
        .measure();
    System.exit(0);
  }

  private void measure() throws Exception {
    say("Machine: " + Machine.text());
    say(
        "Method: one thread, one kept connection each, loopback, answers ready; %d rounds of %d calls each, in turn.\n"
            .formatted(rounds, calls));
    try (InstantServer server =
        new InstantServer(
            Map.of(
                POLL,
                Bodies.GENERATION,
                MODEL,
                Bodies.MODEL,
                "/v1/models/mosaic-1",
                Bodies.openAiModel(Bodies.MODEL.length())))) {
      poll(server.address());
      model(server.address());
    }
    say("## Targets\n\n" + targets.text());
  }

  private void poll(String address) throws Exception {
    ObjectReader reader = Json.mapper().readerFor(Generation.class);
    Comparison comparison =
        new Comparison()
            .with(
                BARE,
                new BareCaller<Generation>(
                    address + POLL, KEY, reader, Generation::getGenerationId))
            .with(
                WAYMARK,
                new WaymarkCaller(
                    address,
                    KEY,
                    client ->
                        client
                            .generations()
                            .get(POLL.substring("/api/v1/generations/".length()))
                            .id()));
    run("Poll of a generation, " + Bodies.GENERATION.length() + " bytes", comparison);
    targets.atMost(
        "poll: added at p50, %", MOST_ADDED_PERCENT, 100 * comparison.added(WAYMARK, BARE, 50));
  }

  private void model(String address) throws Exception {
    ObjectReader reader = Json.mapper().readerFor(Model.class);
    Comparison comparison =
        new Comparison()
            .with(BARE, new BareCaller<Model>(address + MODEL, KEY, reader, Model::getModel))
            .with(
                WAYMARK,
                new WaymarkCaller(address, KEY, client -> client.models().get("mosaic-1").slug()))
            .with(OPENAI, new OpenAiCaller(address, KEY, "mosaic-1"));
    run("Look-up of a model, " + Bodies.MODEL.length() + " bytes", comparison);
    targets.atMost(
        "model: added at p50, %", MOST_ADDED_PERCENT, 100 * comparison.added(WAYMARK, BARE, 50));
  }

  private void run(String title, Comparison comparison) throws Exception {
    comparison.warmUp(200 * calls);
    comparison.run(rounds, calls);
    Table table =
        new Table("caller", "p50 µs", "p99 µs", "added p50 %", "own bytes/call", "all bytes/call");
    comparison
        .costs()
        .forEach((name, costs) ->
            table.row(
                name,
                Targets.number(costs.micros(50)),
                Targets.number(costs.micros(99)),
                Targets.number(100 * comparison.added(name, BARE, 50)),
                Targets.number(costs.ownBytes()),
                Targets.number(costs.allBytes())));
    say("## %s\n\n%s".formatted(title, table.text()));
    comparison.close();
  }

  private static void say(String text) {
    System.out.println(text);
  }
}
