package dev.waymark.server.limits;

import dev.waymark.server.lifecycle.Rounds;
import dev.waymark.server.time.Pause;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Redis once a second whether it is there, so that a node without calls notices too, and
 * connects anew where it was not.
 */
final class RedisWatch {
  private static final Logger LOG = LoggerFactory.getLogger(RedisWatch.class);
  private static final Duration ROUND = Duration.ofSeconds(1);
  private static final long KEPT_MILLIS = 60_000;

  private final RedisLink link;
  private final Outage outage;
  private final String probeKey;
  private final Rounds rounds;

  RedisWatch(RedisLink link, Outage outage, String node, Pause pause) {
    this.link = link;
    this.outage = outage;
    this.probeKey = "waymark:node:" + node;
    this.rounds = new Rounds("redis", ROUND, pause);
  }

  /** Looks once now, so that a server whose Redis is there never begins without it; then again. */
  void start() {
    connect();
    rounds.start(this::round, e -> LOG.error("Redis could not be looked at", e));
  }

  /** Returns when nothing looks any more. */
  void stop() {
    rounds.stop();
  }

  private void connect() {
    try {
      link.connect();
      probe();
      outage.answers();
    } catch (RedisAwayException e) {
      link.drop();
      outage.lost(e);
    }
  }

  private void round() {
    if (outage.state() == Outage.State.AWAY) {
      connect();
      return;
    }
    try {
      probe();
    } catch (RedisAwayException e) {
      outage.lost(e);
    }
  }

  // It writes: a Redis that answers and takes nothing, as a replica does, is of no use here.
  private void probe() {
    link.ask(redis -> redis.psetex(probeKey, KEPT_MILLIS, ""));
  }
}
