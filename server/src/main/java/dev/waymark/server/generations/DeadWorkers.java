package dev.waymark.server.generations;

import dev.waymark.server.cluster.Nodes;
import dev.waymark.server.lifecycle.BackgroundWork;
import jakarta.inject.Singleton;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands on what dead nodes were working on, as soon as they are known to be dead: nobody waits
 * until their leases have run out.
 */
@Singleton
final class DeadWorkers implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(DeadWorkers.class);

  private final Nodes nodes;
  private final JobQueue queue;
  private final WorkerSignal workers;

  DeadWorkers(Nodes nodes, JobQueue queue, WorkerSignal workers) {
    this.nodes = nodes;
    this.queue = queue;
    this.workers = workers;
  }

  @Override
  public void start() {
    nodes.whenDead(this::handOn);
  }

  private void handOn(Set<String> dead) {
    int released = queue.releaseJobsOf(dead);
    if (released > 0) {
      LOG.info("{} generations of dead nodes can be taken over", released);
      workers.wake();
    }
  }

  @Override
  public void stop() {
    // The cluster tells nobody any more.
  }
}
