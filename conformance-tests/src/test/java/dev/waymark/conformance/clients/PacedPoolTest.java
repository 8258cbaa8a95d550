package dev.waymark.conformance.clients;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.client.CompletedGeneration;
import dev.waymark.client.Generation;
import dev.waymark.client.GenerationQuery;
import dev.waymark.client.GenerationRequest;
import dev.waymark.client.Generations;
import dev.waymark.client.WaymarkClient;
import dev.waymark.conformance.nodes.Models;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.server.Caller;
import dev.waymark.conformance.server.Plan;
import dev.waymark.conformance.server.ServerSettings;
import dev.waymark.conformance.server.WaymarkProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pool of threads with one client and one key, in real time: a window is a minute. */
final class PacedPoolTest {
  private static final int THREADS = 16;

  /** Of 25 calls each: 125 calls a thread, and in the profile nightly 500. */
  private static final int ROUNDS = Integer.getInteger("waymark.pace.rounds", 5);

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  @Rule("CLI-11")
  void it_makes_as_many_calls_as_the_limit_allows_and_is_not_refused_once() throws Exception {
    int gets = 23;
    int calls = THREADS * ROUNDS * (gets + 2);
    // As many again as fit into the first minute.
    int limit = calls / 2;
    Queue<Long> answered = new ConcurrentLinkedQueue<>();
    // One more, for one is another program's.
    try (WaymarkProcess server = start(new Plan(limit + 1, 100_000, 1_000_000));
        WaymarkClient client = client(server.uri().toString(), server.demoKey())) {
      String otherKey = secondKey(server.demo());
      long begin = System.nanoTime();
      Threads.start(
              THREADS,
              thread -> {
                Generations generations = client.generations();
                for (int round = 0; round < ROUNDS; round++) {
                  String id =
                      generations.start(GenerationRequest.of("tiny-1", thread + "." + round)).id();
                  answered.add(System.nanoTime() - begin);
                  generations.await(id, PATIENCE);
                  answered.add(System.nanoTime() - begin);
                  for (int get = 0; get < gets; get++) {
                    generations.get(id);
                    answered.add(System.nanoTime() - begin);
                  }
                }
              })
          .join();

      List<Double> seconds = answered.stream().sorted().map(nanos -> nanos / 1e9).toList();
      double total = seconds.getLast();
      // The last call is a minute behind the one that is a limit before it; a machine that is
      // too slow to reach the limit takes its own time.
      double lawful =
          Math.max(60 + seconds.get(calls - limit - 1), seconds.get(limit - 1) * calls / limit);
      int refused = refusals(new Caller(server.uri(), otherKey));
      System.out.printf(
          "pace: %d calls of %d threads at %d a minute: %d refused, %.1f s (first %d in %.1f s, the limit allows %.1f s)%n",
          calls, THREADS, limit, refused, total, limit, seconds.get(limit - 1), lawful);
      assertThat(seconds).hasSize(calls);
      assertThat(refused).isZero();
      assertThat(total).isBetween(60.0, lawful * 1.05);
      try (WaymarkClient other = client(server.uri().toString(), otherKey)) {
        assertThat(other.generations().stream(GenerationQuery.all()).map(Generation::prompt))
            .hasSize(THREADS * ROUNDS)
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  @Rule("CLI-12")
  void it_keeps_all_slots_for_generations_busy_until_all_are_done() throws Exception {
    int slots = 3;
    int rounds = 2;
    Queue<Generation> done = new ConcurrentLinkedQueue<>();
    Plan plan = new Plan(1_000_000, slots, 1_000_000);
    try (WaymarkProcess server = start(plan, "--workers.threads=" + slots);
        WaymarkClient client = client(server.uri().toString(), server.demoKey())) {
      Threads.start(
              THREADS,
              thread -> {
                for (int round = 0; round < rounds; round++) {
                  CompletedGeneration completed =
                      client
                          .generations()
                          .run(GenerationRequest.of("tick-1", thread + "." + round), PATIENCE);
                  done.add(completed.generation());
                }
              })
          .join();

      double busy = done.stream().mapToDouble(PacedPoolTest::secondsInFlight).sum() / slots;
      double total =
          seconds(
              done.stream().map(Generation::createdAt).min(naturalOrder()).orElseThrow(),
              done.stream().map(PacedPoolTest::end).max(naturalOrder()).orElseThrow());
      System.out.printf(
          "pace: %d generations of a second in %d slots: %.1f s, slots busy for %.0f %%, %d refusals%n",
          done.size(), slots, total, 100 * busy / total, refusals(server.demo()));
      assertThat(done)
          .extracting(Generation::prompt)
          .hasSize(THREADS * rounds)
          .doesNotHaveDuplicates();
      assertThat(busy / total).isGreaterThan(0.75);
    }
  }

  private WaymarkProcess start(Plan plan, String... options) {
    return WaymarkProcess.start(
        ServerSettings.of(plan).with("--models.folder=" + Models.in(folder)).with(options));
  }

  private static WaymarkClient client(String url, String key) {
    return WaymarkClient.builder().baseUrl(url).key(key).pacing(true).build();
  }

  private static double secondsInFlight(Generation generation) {
    return seconds(generation.createdAt(), end(generation));
  }

  private static Instant end(Generation generation) {
    return generation.finishedAt().orElseThrow();
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private static String secondKey(Caller caller) throws Exception {
    return JSON.readTree(caller.post("/api/v1/keys", "{\"name\":\"other\"}").body())
        .path("key")
        .asText();
  }

  /** How many calls of the account were answered with 429, by the server's own log. */
  private static int refusals(Caller caller) throws Exception {
    int count = 0;
    Optional<String> cursor = Optional.of("");
    while (cursor.isPresent()) {
      var page =
          JSON.readTree(caller.get("/api/v1/requests?limit=100&status=429" + cursor.get()).body());
      count += page.path("data").size();
      cursor =
          Optional.ofNullable(page.path("next_cursor").textValue()).map(next -> "&cursor=" + next);
    }
    return count;
  }
}
