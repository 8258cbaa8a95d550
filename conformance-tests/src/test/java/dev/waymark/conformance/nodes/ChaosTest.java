package dev.waymark.conformance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes that are killed, and a database and a Redis that crash, under load. {@code -Dchaos.kills=n}
 * for more kills, {@code -Dwaymark.chaos.seed=n} for the same ones again.
 */
final class ChaosTest {
  private static final int NODES = 3;
  private static final int ACCOUNTS = 12;
  private static final int LOOKS = 600;

  /** One account in three runs out of credits and one out of slots. */
  private static final String PLANS =
      """
      plans:
        - { slug: free, name: Free, api: false }
        - { slug: standard, name: Standard, api: false }
        - { slug: pro, name: Pro, api: true, calls_per_minute: 100000, concurrent_generations: 100, credits_per_cycle: 300 }
        - { slug: ultimate, name: Ultimate, api: true, calls_per_minute: 100000, concurrent_generations: 100, credits_per_cycle: 1000000 }
        - { slug: narrow, name: Narrow, api: true, calls_per_minute: 100000, concurrent_generations: 2, credits_per_cycle: 1000000 }
      """;

  private final int kills = Integer.getInteger("waymark.chaos.kills", 5);
  private final long seed = Long.getLong("waymark.chaos.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir private Path folder;

  @Test
  @Rule({"NODES-05", "STOP-01", "MONEY-08"})
  void whatever_is_killed_every_accepted_start_is_there_once_and_paid_once() throws Exception {
    try (Cluster cluster =
        Cluster.of(
            folder,
            NODES,
            PLANS,
            "--models.folder=" + Models.in(folder),
            "--workers.threads=1",
            "--workers.lease=3s")) {
      strikeUnderLoad(cluster);
    } catch (Throwable failure) {
      throw new AssertionError("with -Dwaymark.chaos.seed=" + seed + ": " + failure, failure);
    }
  }

  private void strikeUnderLoad(Cluster cluster) throws Exception {
    List<String> plans = List.of("pro", "ultimate", "narrow");
    List<Cluster.Account> accounts =
        IntStream.range(0, ACCOUNTS)
            .mapToObj(number -> cluster.account(plans.get(number % plans.size())))
            .toList();
    try (Load load = new Load(cluster, accounts)) {
      load.start(seed);
      for (int kill = 0; kill < kills; kill++) {
        load.awaitAnswers(20 + random.nextInt(100));
        strike(cluster, kill);
      }
      load.awaitAnswers(50);
      load.stop();
      cluster.nodes().forEach(Node::awaitStart);
      audit(cluster, load);
    } catch (Throwable failure) {
      System.out.println(cluster.lastWords());
      throw failure;
    }
  }

  /** Every kill is one of a node; PostgreSQL and Redis crash beside, now and then. */
  private void strike(Cluster cluster, int kill) {
    // Those that are starting still are let in first, or nobody would be left in the end.
    cluster.nodes().forEach(Node::awaitStart);
    Node victim = cluster.nodes().get(random.nextInt(NODES));
    victim.kill();
    switch (kill % 5) {
      case 1 -> cluster.database().crash();
      case 3 -> cluster.redis().restart();
      default -> {}
    }
    victim.startAgain();
  }

  private void audit(Cluster cluster, Load load) throws Exception {
    assertThat(cluster.nodes()).as("none but the killed have ended").allMatch(Node::isAlive);
    try (Connection connection = cluster.database().connect()) {
      Books books = new Books(connection);
      books.awaitQuiet(LOOKS);
      assertThat(books.wrongBalances()).isEmpty();
      assertThat(books.wrongGenerations()).isEmpty();
      assertThat(books.leakedSlots()).isEmpty();
      assertThat(books.generations())
          .containsExactlyElementsOf(new TreeSet<>(load.accepted().values()));
      assertThat(books.count("completed")).isPositive();
      assertThat(books.count("cancelled")).isPositive();
      System.out.printf(
          "chaos: %d kills, %d accepted (%d completed, %d cancelled, %d failed, %d expired), %d refused, seed %d%n",
          kills,
          load.accepted().size(),
          books.count("completed"),
          books.count("cancelled"),
          books.count("failed"),
          books.count("expired"),
          load.refused(),
          seed);
    }
  }
}
