package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.ids.GenerationId;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RunningJobsTest {
  private static final GenerationId ID = new GenerationId("gen_1");

  private final RunningJobs running = new RunningJobs();
  private final CompletableFuture<Void> first = new CompletableFuture<>();
  private final CompletableFuture<Void> second = new CompletableFuture<>();

  @Test
  void a_running_call_is_stopped() {
    running.add(ID, first);
    running.stop(ID);

    assertThat(first).isCancelled();
  }

  @Test
  void a_call_that_has_ended_is_not_stopped_any_more() {
    running.add(ID, first);
    running.remove(ID, first);
    running.stop(ID);

    assertThat(first).isNotCancelled();
  }

  @Test
  void an_attempt_that_ends_late_leaves_the_next_one_to_be_stopped() {
    running.add(ID, first);
    running.add(ID, second);
    running.remove(ID, first);
    running.stop(ID);

    assertThat(second).isCancelled();
  }

  @Test
  void a_call_that_runs_elsewhere_cannot_be_stopped_here() {
    running.add(ID, first);
    running.stop(new GenerationId("gen_2"));

    assertThat(first).isNotCancelled();
  }
}
