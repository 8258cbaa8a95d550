package dev.waymark.conformance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Together;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Three servers, one contract: whoever answers, the limits and the money are the same. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ManyNodesTest {
  private static final int NODES = 3;
  private static final int CALLS = 200;

  private static final int AFFORDABLE = 70;
  private static final int PER_MINUTE = 60;
  private static final int AT_A_TIME = 5;
  private static final String PLANS =
      """
      plans:
        - { slug: free, name: Free, api: false }
        - { slug: standard, name: Standard, api: false }
        - { slug: pro, name: Pro, api: true, calls_per_minute: 100000, concurrent_generations: 1000, credits_per_cycle: %d }
        - { slug: ultimate, name: Ultimate, api: true, calls_per_minute: 100000, concurrent_generations: %d, credits_per_cycle: 1000000 }
        - { slug: slow, name: Slow, api: true, calls_per_minute: %d, concurrent_generations: 5, credits_per_cycle: 1000 }
      """
          .formatted(AFFORDABLE * Models.PRICE, AT_A_TIME, PER_MINUTE);

  @TempDir private static Path folder;
  private static Cluster cluster;

  @BeforeAll
  static void start() {
    // Nothing is worked on: what was started stays in flight.
    cluster =
        Cluster.of(
            folder, NODES, PLANS, "--workers.threads=0", "--models.folder=" + Models.in(folder));
  }

  @AfterAll
  static void stop() {
    // Not there where it could not start.
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  @Rule({"NODES-01", "V-4"})
  void a_wallet_for_so_many_starts_admits_exactly_so_many_of_all_that_come_at_once() {
    Cluster.Account account = cluster.account("pro");
    List<Exchange> answers = atOnce(CALLS, number -> start(account, number, "start-" + number));
    assertThat(codes(answers))
        .isEqualTo(Map.of("", AFFORDABLE, "INSUFFICIENT_CREDITS", CALLS - AFFORDABLE));
    for (int node = 0; node < NODES; node++) {
      JsonNode seen = account.get(node, "/api/v1/account").json();
      assertThat(seen.at("/credits/balance").asInt()).isZero();
      assertThat(seen.at("/credits/held").asInt()).isEqualTo(AFFORDABLE * Models.PRICE);
      assertThat(seen.path("generations_running").asInt()).isEqualTo(AFFORDABLE);
    }
  }

  @Test
  @Rule({"NODES-01", "CONC-01", "V-6"})
  void an_account_has_only_as_many_in_flight_as_its_plan_says_wherever_they_were_started() {
    Cluster.Account account = cluster.account("ultimate");
    List<Exchange> answers = atOnce(CALLS / 4, number -> start(account, number, "start-" + number));
    assertThat(codes(answers))
        .isEqualTo(Map.of("", AT_A_TIME, "CONCURRENCY_LIMIT", CALLS / 4 - AT_A_TIME));
    String freed =
        answers.stream()
            .filter(one -> one.status() == 202)
            .findFirst()
            .orElseThrow()
            .json()
            .path("generation_id")
            .asText();
    assertThat(
            account.send(1, Request.post("/api/v1/generations/" + freed + "/cancel", "")).status())
        .isEqualTo(200);
    assertThat(start(account, 2, "after the cancel").status()).isEqualTo(202);
  }

  @Test
  @Rule({"NODES-01", "RATE-01", "V-6", "A-3"})
  void a_key_is_admitted_as_often_in_a_minute_as_its_plan_says_by_all_nodes_together() {
    Cluster.Account account = cluster.account("slow");
    List<Exchange> answers = atOnce(CALLS, number -> account.get(number, "/api/v1/models"));
    assertThat(codes(answers)).isEqualTo(Map.of("", PER_MINUTE, "RATE_LIMIT", CALLS - PER_MINUTE));
    assertThat(
            answers.stream()
                .filter(one -> one.status() == 200)
                .map(one -> one.number("X-RateLimit-Remaining"))
                .sorted()
                .toList())
        .isEqualTo(IntStream.range(0, PER_MINUTE).mapToObj(Long::valueOf).toList());
  }

  @Test
  @Rule({"NODES-02", "IDEM-01", "V-12"})
  void a_start_that_is_sent_to_every_node_at_once_happens_once_and_all_get_its_answer() {
    Cluster.Account account = cluster.account("ultimate");
    List<Exchange> answers = atOnce(12, number -> start(account, number, "one and the same"));
    List<Exchange> accepted = answers.stream().filter(one -> one.status() == 202).toList();
    assertThat(accepted).isNotEmpty();
    assertThat(accepted.stream().map(Exchange::text).distinct()).hasSize(1);
    assertThat(accepted.stream().filter(one -> one.require("Idempotent-Replayed").equals("false")))
        .hasSize(1);
    assertThat(codes(answers).keySet()).isSubsetOf("", "IDEMPOTENCY_IN_PROGRESS");
    Exchange later = start(account, 1, "one and the same");
    assertThat(later.text()).isEqualTo(accepted.getFirst().text());
    assertThat(account.get(2, "/api/v1/account").json().path("generations_running").asInt())
        .isEqualTo(1);
  }

  @Test
  @Rule({"NODES-03", "KEY-14"})
  void a_key_that_is_revoked_at_one_node_is_refused_there_at_once_and_elsewhere_within_a_second() {
    Cluster.Account account = cluster.account("ultimate");
    IntStream.range(0, NODES)
        .forEach(node -> assertThat(account.get(node, "/api/v1/models").status()).isEqualTo(200));
    Exchange revoked = account.send(0, Request.of("DELETE", "/api/v1/keys/" + account.keyId()));
    Instant answered = Instant.now();
    assertThat(revoked.status()).isEqualTo(200);
    assertThat(account.get(0, "/api/v1/models").code()).isEqualTo("KEY_REVOKED");
    for (int node = 1; node < NODES; node++) {
      Exchange seen = account.get(node, "/api/v1/models");
      while (seen.status() == 200 && Duration.between(answered, Instant.now()).toMillis() < 1000) {
        seen = account.get(node, "/api/v1/models");
      }
      assertThat(seen.code()).isEqualTo("KEY_REVOKED");
    }
  }

  @Test
  @Rule("NODES-04")
  void what_was_started_at_one_node_is_seen_at_every_other_one() {
    Cluster.Account account = cluster.account("ultimate");
    String id = start(account, 0, "seen").json().path("generation_id").asText();
    for (int node = 0; node < NODES; node++) {
      assertThat(account.get(node, "/api/v1/generations/" + id).json().path("status").asText())
          .isEqualTo("pending");
    }
    assertThat(account.send(1, Request.post("/api/v1/generations/" + id + "/cancel", "")).status())
        .isEqualTo(200);
    for (int node = 0; node < NODES; node++) {
      assertThat(account.get(node, "/api/v1/generations/" + id).json().path("status").asText())
          .isEqualTo("cancelled");
    }
  }

  // The last one: for a minute behind it every node keeps to its share.
  @Test
  @Order(Integer.MAX_VALUE)
  @Rule("NODES-06")
  void without_redis_every_node_admits_its_share_and_says_so_and_all_are_one_again_behind_it() {
    cluster.redis().kill();
    awaitLocal("1.0");
    Cluster.Account account = cluster.account("slow");
    List<Exchange> alone = atOnce(CALLS, number -> account.get(number, "/api/v1/models"));
    assertThat(codes(alone)).isEqualTo(Map.of("", PER_MINUTE, "RATE_LIMIT", CALLS - PER_MINUTE));
    cluster.redis().restart();
    awaitLocal("0.0");
    // What was admitted without Redis counts on.
    List<Exchange> together = atOnce(NODES, number -> account.get(number, "/api/v1/models"));
    assertThat(codes(together)).isEqualTo(Map.of("RATE_LIMIT", NODES));
    assertThat(start(cluster.account("slow"), 0, "behind").status()).isEqualTo(202);
  }

  /** Until every node says so of its limiter; each look is a call, and there are not too many. */
  private static void awaitLocal(String value) {
    Instant end = Instant.now().plusSeconds(20);
    for (int node = 0; node < NODES; node++) {
      String metrics = metrics(node);
      while (!metrics.contains("waymark_rate_limiter_local " + value)) {
        assertThat(Instant.now()).as("node %d:%n%s", node, metrics).isBefore(end);
        metrics = metrics(node);
      }
    }
  }

  private static String metrics(int node) {
    return cluster
        .wire(node)
        .send(
            Request.get("/metrics")
                .with("Authorization", "Bearer " + cluster.database().operatorKey()))
        .text();
  }

  private static Exchange start(Cluster.Account account, int node, String key) {
    return account.send(
        node,
        Request.post("/api/v1/generate", "{\"model\":\"tiny-1\",\"prompt\":\"a lake\"}")
            .with("Idempotency-Key", key.replace(' ', '-')));
  }

  private interface Numbered {
    Exchange send(int number);
  }

  private static List<Exchange> atOnce(int count, Numbered call) {
    List<Callable<Exchange>> calls = new ArrayList<>();
    IntStream.range(0, count).forEach(number -> calls.add(() -> call.send(number)));
    return Together.all(calls);
  }

  /** How many answers had each code; successes have none. */
  private static Map<String, Integer> codes(List<Exchange> answers) {
    return answers.stream()
        .collect(
            Collectors.toMap(
                one -> one.status() < 400 ? "" : one.code(), _ -> 1, Integer::sum, HashMap::new));
  }
}
