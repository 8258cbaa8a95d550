package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.ScriptedProvider;
import dev.waymark.server.cluster.Nodes;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.providers.Found;
import dev.waymark.server.providers.ProviderException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Generations whose worker was lost: the provider is asked before they are repeated or given up.
 */
class OrphansTest {
  private final Workshop workshop = Workshop.open();

  @AfterEach
  void the_books_are_right() {
    workshop.assertBooks();
  }

  @Test
  void what_the_provider_has_made_meanwhile_is_delivered_and_not_made_again() throws Exception {
    GenerationId id = orphan();
    workshop.provider.remember(id, new Found.Made(ScriptedProvider.media()));

    workshop.workAll();

    assertThat(workshop.status(id)).isEqualTo(Status.COMPLETED);
    assertThat(workshop.balance()).isEqualTo(Workshop.FULL - Workshop.PRICE);
  }

  @Test
  void what_is_being_made_is_waited_for_without_losing_an_attempt() throws Exception {
    GenerationId id = orphan();
    workshop.provider.remember(id, new Found.Running());
    for (int look = 0; look < 5; look++) {
      workshop.workAll();
      assertThat(workshop.status(id)).isEqualTo(Status.PROCESSING);
      workshop.letTheRetryPausePass();
    }
    assertThat(workshop.attempts(id)).isEqualTo(1);
    workshop.provider.remember(id, new Found.Made(ScriptedProvider.media()));

    workshop.workAll();

    assertThat(workshop.status(id)).isEqualTo(Status.COMPLETED);
  }

  @Test
  void what_came_to_nothing_is_tried_again() throws Exception {
    GenerationId id = orphan();
    workshop.provider.remember(id, new Found.Failed());

    workshop.workAll();
    workshop.letTheRetryPausePass();
    workshop.workAll();

    assertThat(workshop.status(id)).isEqualTo(Status.COMPLETED);
  }

  @Test
  void a_generation_that_is_made_at_the_end_of_its_time_is_settled_and_not_released()
      throws Exception {
    GenerationId id = orphan();
    workshop.provider.remember(id, new Found.Made(ScriptedProvider.media()));
    workshop.clock.move(workshop.maxAge());

    workshop.sweep();

    assertThat(workshop.status(id)).isEqualTo(Status.COMPLETED);
    assertThat(workshop.balance()).isEqualTo(Workshop.FULL - Workshop.PRICE);
  }

  @Test
  void one_that_is_still_being_made_at_the_end_of_its_time_expires() throws Exception {
    GenerationId id = orphan();
    workshop.provider.remember(id, new Found.Running());
    workshop.clock.move(workshop.maxAge());

    workshop.sweep();

    assertThat(workshop.status(id)).isEqualTo(Status.EXPIRED);
    assertThat(workshop.balance()).isEqualTo(Workshop.FULL);
  }

  @Test
  void a_dead_node_s_jobs_are_there_for_others_at_once() throws Exception {
    GenerationId id = workshop.start();
    Job job = workshop.queue.claim().orElseThrow();
    String node = workshop.bean(Nodes.class).self();
    assertThat(workshop.queue.releaseJobsOf(Set.of("another"))).isZero();
    assertThat(workshop.queue.claim()).isEmpty();

    assertThat(workshop.queue.releaseJobsOf(Set.of(node, "another"))).isEqualTo(1);

    assertThat(workshop.workAll()).isEqualTo(1);
    assertThat(workshop.status(id)).isEqualTo(Status.COMPLETED);
    assertThat(workshop.ending.complete(job, ScriptedProvider.media())).isFalse();
  }

  @Test
  void a_job_that_waits_for_its_next_attempt_is_nobody_s_and_keeps_waiting() throws Exception {
    GenerationId id =
        workshop.start(_ -> {
          throw new ProviderException("scripted");
        });
    workshop.workAll();

    assertThat(workshop.queue.releaseJobsOf(Set.of(workshop.bean(Nodes.class).self()))).isZero();
    assertThat(workshop.workAll()).isZero();
    workshop.clock.move(Duration.ofSeconds(10));
    workshop.workAll();
    assertThat(workshop.status(id)).isEqualTo(Status.COMPLETED);
  }

  /** Claimed by a worker that died. */
  private GenerationId orphan() {
    GenerationId id = workshop.start();
    assertThat(workshop.queue.claim()).isPresent();
    workshop.provider.script(
        id,
        _ -> {
          throw new AssertionError("it was made again");
        });
    workshop.letTheLeaseRunOut();
    return id;
  }
}
