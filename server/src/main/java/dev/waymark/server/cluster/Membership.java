package dev.waymark.server.cluster;

import dev.waymark.server.database.OwnConnections;
import dev.waymark.server.lifecycle.BackgroundWork;
import dev.waymark.server.lifecycle.Rounds;
import dev.waymark.server.time.Pause;
import dev.waymark.server.time.Ticker;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node's session open, and asks it ten times a second what has changed and every half a
 * second who is there. A session that is lost is opened again, with a try every half a second.
 */
@Singleton
final class Membership implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
  private static final Duration ROUND = Duration.ofMillis(100);
  private static final long RETRY_NANOS = Duration.ofMillis(400).toNanos();
  private static final long LOOK_NANOS = Duration.ofMillis(400).toNanos();

  private final OwnConnections connections;
  private final LockedNodes nodes;
  private final HeardChanges changes;
  private final Clock clock;
  private final Ticker ticker;
  private final Rounds rounds;
  private @Nullable Session session;
  private long lookedAt;
  private long triedAt;
  private boolean lost;

  Membership(
      OwnConnections connections,
      LockedNodes nodes,
      HeardChanges changes,
      Clock clock,
      Ticker ticker,
      Pause pause) {
    this.connections = connections;
    this.nodes = nodes;
    this.changes = changes;
    this.clock = clock;
    this.ticker = ticker;
    this.rounds = new Rounds("cluster", ROUND, pause);
  }

  @Override
  public void start() {
    rounds.start(this::round, e -> LOG.error("The cluster could not be looked at", e));
  }

  private void round() {
    if (lost && ticker.nanos() - triedAt < RETRY_NANOS) {
      return;
    }
    try {
      Session open = session == null ? open() : session;
      long asked = ticker.nanos();
      changes.heard(open.hear(), asked);
      if (asked - lookedAt >= LOOK_NANOS) {
        nodes.roll().looked(open.look(), asked);
        lookedAt = asked;
      }
    } catch (SQLException e) {
      lose(e);
    }
  }

  private Session open() throws SQLException {
    triedAt = ticker.nanos();
    Session opened = Session.open(connections, nodes.self(), clock.instant());
    session = opened;
    lookedAt = ticker.nanos() - LOOK_NANOS;
    changes.listening();
    if (lost) {
      lost = false;
      LOG.info("{} has its session at the database again", nodes.self());
    }
    return opened;
  }

  private void lose(SQLException reason) {
    changes.deaf();
    nodes.roll().looksAway();
    close();
    if (!lost) {
      lost = true;
      LOG.warn(
          "{} has lost its session at the database and will open another ({})",
          nodes.self(),
          reason.getSQLState());
    }
  }

  private void close() {
    Session closing = session;
    session = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (SQLException e) {
        LOG.debug("A session was not closed in order", e);
      }
    }
  }

  /** A node is alive until its last work has ended: it leaves when the context closes. */
  @Override
  public void stop() {}

  @PreDestroy
  void leave() {
    rounds.stop();
    close();
  }
}
