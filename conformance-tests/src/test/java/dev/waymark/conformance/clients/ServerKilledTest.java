package dev.waymark.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.client.Generation;
import dev.waymark.client.GenerationQuery;
import dev.waymark.client.GenerationRequest;
import dev.waymark.client.Generations;
import dev.waymark.client.NotSentException;
import dev.waymark.client.StartOptions;
import dev.waymark.client.WaymarkClient;
import dev.waymark.client.WaymarkException;
import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.conformance.nodes.Models;
import dev.waymark.conformance.nodes.Node;
import dev.waymark.conformance.rules.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers know when the server is killed while they start generations. */
final class ServerKilledTest {
  private static final int THREADS = 16;
  private static final int STARTS = 40;

  /** So many are answered before the server is killed. */
  private static final int BEFORE = THREADS * 10;

  private static final Pattern DEMO_KEY = Pattern.compile("Demo key .*:\\s+(wm_\\S+)");
  private static final String PLANS =
      """
      plans:
        - { slug: free, name: Free, api: false }
        - { slug: standard, name: Standard, api: false }
        - { slug: pro, name: Pro, api: true, calls_per_minute: 1000000, concurrent_generations: 100000, credits_per_cycle: 1000000 }
        - { slug: ultimate, name: Ultimate, api: true, calls_per_minute: 1000000, concurrent_generations: 100000, credits_per_cycle: 1000000 }
      """;

  @TempDir private Path folder;

  private final Map<String, Generation> started = new ConcurrentHashMap<>();
  private final Map<String, WaymarkException> failed = new ConcurrentHashMap<>();
  private final CountDownLatch answered = new CountDownLatch(BEFORE);

  @Test
  @Rule("CLI-13")
  void each_start_is_one_generation_or_says_whether_there_is_one() throws Exception {
    try (Node server = server()) {
      server.awaitStart();
      String key = server.awaitLine(DEMO_KEY).group(1);
      // One half goes on as long as it takes, the other half gives up at once.
      try (WaymarkClient patient =
              client(server, key, RetryPolicy.defaults().withAttempts(30).withBudget(1000));
          WaymarkClient hasty = client(server, key, RetryPolicy.none())) {
        Threads.Running threads =
            Threads.start(
                THREADS,
                thread ->
                    start((thread % 2 == 0 ? patient : hasty).generations(), "start " + thread));
        answered.await();
        server.kill();
        server.startAgain();
        threads.join();
        server.awaitStart();
        audit(patient.generations());
      }
    }
  }

  private void start(Generations generations, String name) {
    for (int number = 0; number < STARTS; number++) {
      String prompt = name + "." + number;
      try {
        started.put(prompt, generations.start(GenerationRequest.of("tiny-1", prompt)));
      } catch (WaymarkException failure) {
        failed.put(prompt, failure);
      }
      answered.countDown();
    }
  }

  private void audit(Generations generations) {
    Map<String, List<String>> there = byPrompt(generations);
    assertThat(started.size() + failed.size()).isEqualTo(THREADS * STARTS);
    started.forEach((prompt, generation) ->
        assertThat(there.get(prompt)).as(prompt).containsExactly(generation.id()));
    int unknown = 0;
    for (Map.Entry<String, WaymarkException> each : failed.entrySet()) {
      String prompt = each.getKey();
      WaymarkException failure = each.getValue();
      if (failure.attempts().outcomeUnknown()) {
        unknown++;
        requireFound(generations, prompt, failure, there);
      } else {
        assertThat(there.get(prompt)).as("after %s", failure).isNull();
      }
    }
    long notSent = failed.values().stream().filter(NotSentException.class::isInstance).count();
    System.out.printf(
        "killed: %d starts: %d answered, %d not sent, %d unknown, %d refused%n",
        THREADS * STARTS, started.size(), notSent, unknown, failed.size() - notSent - unknown);
    assertThat(started).as("those that went on").hasSizeGreaterThan(THREADS / 2 * STARTS - 1);
    assertThat(failed).isNotEmpty();
  }

  /** The same start with the key that the exception names is the one generation that there is. */
  private static void requireFound(
      Generations generations,
      String prompt,
      WaymarkException failure,
      Map<String, List<String>> before) {
    StartOptions again =
        StartOptions.defaults().withIdempotencyKey(failure.idempotencyKey().orElseThrow());
    String id = generations.start(GenerationRequest.of("tiny-1", prompt), again).id();
    assertThat(before.getOrDefault(prompt, List.of(id)))
        .as("after %s", failure)
        .containsExactly(id);
    assertThat(byPrompt(generations).get(prompt)).as("after %s", failure).containsExactly(id);
  }

  private static Map<String, List<String>> byPrompt(Generations generations) {
    return generations.stream(GenerationQuery.all().withPageSize(100))
        .collect(
            Collectors.groupingBy(
                Generation::prompt, Collectors.mapping(Generation::id, Collectors.toList())));
  }

  private Node server() throws Exception {
    return Node.start(
        folder,
        List.of(
            "--database.folder=" + folder.resolve("postgres"),
            "--plans.file=" + Files.writeString(folder.resolve("plans.yaml"), PLANS),
            "--models.folder=" + Models.in(folder),
            "--workers.stop-grace=0s"));
  }

  private static WaymarkClient client(Node server, String key, RetryPolicy policy) {
    return WaymarkClient.builder()
        .baseUrl(server.uri().toString())
        .key(key)
        .pacing(true)
        .retryPolicy(policy)
        .build();
  }
}
