package dev.waymark.conformance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.ours.Judged;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.secrets.Secret;
import dev.waymark.conformance.targets.Hook;
import dev.waymark.conformance.targets.Passage;
import dev.waymark.conformance.targets.Profile;
import dev.waymark.conformance.targets.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three servers in true time are one server to the kit. */
final class ManyNodesConformTest {
  private static final String PLANS =
      """
      plans:
        - { slug: free, name: Free, api: false }
        - { slug: standard, name: Standard, api: false }
        - { slug: pro, name: Pro, api: true, calls_per_minute: 60, concurrent_generations: 3, credits_per_cycle: 15000 }
        - { slug: ultimate, name: Ultimate, api: true, calls_per_minute: 600, concurrent_generations: 20, credits_per_cycle: 50000 }
      """;

  /** What nobody can bring about by calling. */
  private static final String[] WITH_HOOKS_ONLY = {
    "getOutput/410/OUTPUT_EXPIRED",
    "getOutput/500/INTERNAL_ERROR",
    "getOutput/503/OVERLOADED",
    "listErrors/500/INTERNAL_ERROR",
    "listErrors/503/OVERLOADED",
    "getError/500/INTERNAL_ERROR",
    "getError/503/OVERLOADED",
    "listErrorPages/500/INTERNAL_ERROR",
    "listErrorPages/503/OVERLOADED",
    "getErrorPage/500/INTERNAL_ERROR",
    "getErrorPage/503/OVERLOADED"
  };

  @TempDir private static Path folder;

  @Test
  @Rule({"NODES-01", "ERR-10"})
  void every_row_that_takes_no_hook_is_brought_about_and_kept_whoever_answers() {
    try (Cluster cluster = Cluster.of(folder, 3, PLANS, "--limits.request-timeout=3s");
        Balancer balancer = Balancer.before(cluster.nodes().stream().map(Node::uri).toList())) {
      Profile profile =
          Profile.of(balancer.uri())
              .withOperatorKey(new Secret(cluster.database().operatorKey()))
              .withPlans(new Profile.Plans("ultimate", "pro", "free"));
      Judged judged = Judged.of(new Target(profile, Passage.ofTheMachine(), Hook.NONE));
      assertThat(judged.broken()).isEmpty();
      assertThat(judged.rowsUnreached()).containsExactlyInAnyOrder(WITH_HOOKS_ONLY);
    }
  }
}
