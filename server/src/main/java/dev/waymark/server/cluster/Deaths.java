package dev.waymark.server.cluster;

import dev.waymark.server.lifecycle.BackgroundWork;
import dev.waymark.server.lifecycle.Rounds;
import dev.waymark.server.time.Pause;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of the dead, and then has the database forget them. On a thread of its own, because those
 * who are told have work to do and changes must be heard meanwhile.
 */
@Singleton
final class Deaths implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(Deaths.class);
  private static final Duration ROUND = Duration.ofMillis(500);

  private final LockedNodes nodes;
  private final Jdbi jdbi;
  private final Rounds rounds;

  Deaths(LockedNodes nodes, Jdbi jdbi, Pause pause) {
    this.nodes = nodes;
    this.jdbi = jdbi;
    this.rounds = new Rounds("cluster-deaths", ROUND, pause);
  }

  @Override
  public void start() {
    rounds.start(
        this::tell, e -> LOG.warn("Dead nodes could not be dealt with yet: {}", e.toString()));
  }

  private void tell() {
    Set<String> dead = nodes.roll().dead();
    if (dead.isEmpty()) {
      return;
    }
    LOG.info("These nodes are dead: {}", String.join(", ", dead));
    nodes.tellDead(dead);
    forget(dead);
    nodes.roll().buried(dead);
  }

  // Except one that is back: its new row came with its new lock.
  private void forget(Set<String> dead) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "DELETE FROM node WHERE name = ANY(:dead) AND number NOT IN (%s)"
                    .formatted(Session.HELD))
            .bindArray("dead", String.class, dead)
            .execute());
  }

  @Override
  public void stop() {
    rounds.stop();
  }
}
