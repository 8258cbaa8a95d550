package dev.waymark.server.limits;

import java.time.Clock;
import java.time.Instant;

/**
 * Windows that all nodes share as long as Redis is there, and each node's share of them while it is
 * not. Nobody is refused, and nobody waits, because Redis is away: only the call that finds out
 * waits, for {@code waymark.redis.timeout} at most.
 *
 * <p>Every node remembers for 60 seconds what it admitted itself. While Redis is away it admits a
 * call if that makes no more than its share, the limit divided by the nodes that are alive and at
 * least 1. For 63 seconds after Redis is back a call needs room in both, so that what was admitted
 * meanwhile, of which Redis knows nothing, counts too; so it does not matter either whether Redis
 * has kept its windows.
 *
 * <p>What that promises, for n nodes and a share s, while the number of nodes stays the same, and n
 * · s is at most the limit unless the limit is less than n:
 *
 * <ul>
 *   <li>In 60 seconds in which no call was decided without Redis: at most the limit.
 *   <li>In 60 seconds that begin after all nodes have noticed that Redis is away, and end up to 60
 *       seconds after it is back: at most n · s.
 *   <li>In 60 seconds that reach back into the time before: at most the limit and s for every node
 *       but one, where one node had admitted the whole limit just before and the others admit their
 *       shares. The same where only some nodes cannot reach Redis, for as long as that lasts.
 * </ul>
 *
 * <p>A node that starts while Redis is away, or is only back, adds what its share allows; those
 * that die leave theirs to the others at once.
 */
final class SharedRateLimiter implements RateLimiter {
  private final RateLimiter redis;
  private final Windows own;
  private final NodeShare share;
  private final Outage outage;
  private final Clock clock;
  private final Runnable decidedAlone;

  /**
   * Composes the two.
   *
   * @param redis throws {@link RedisAwayException} when it cannot tell
   * @param decidedAlone is run for every call that is decided without Redis
   */
  SharedRateLimiter(
      RateLimiter redis,
      Windows own,
      NodeShare share,
      Outage outage,
      Clock clock,
      Runnable decidedAlone) {
    this.redis = redis;
    this.own = own;
    this.share = share;
    this.outage = outage;
    this.clock = clock;
    this.decidedAlone = decidedAlone;
  }

  @Override
  public Admission admit(String caller, int limit) {
    return switch (outage.state()) {
      case THERE -> admitThere(caller, limit);
      case AWAY -> admitAlone(caller, limit);
      case BACK -> admitBack(caller, limit);
    };
  }

  private Admission admitThere(String caller, int limit) {
    try {
      Admission admission = redis.admit(caller, limit);
      if (admission.admitted()) {
        own.of(caller).count(clock.instant());
      }
      return admission;
    } catch (RedisAwayException e) {
      outage.lost(e);
      return admitAlone(caller, limit);
    }
  }

  private Admission admitAlone(String caller, int limit) {
    decidedAlone.run();
    return own.of(caller).admit(clock.instant(), share.of(limit)).under(limit);
  }

  // Room here is taken first, because it can be given back.
  private Admission admitBack(String caller, int limit) {
    RollingWindow window = own.of(caller);
    Instant now = clock.instant();
    Admission here = window.admit(now, share.of(limit)).under(limit);
    try {
      if (!here.admitted()) {
        return here.and(redis.peek(caller, limit));
      }
      Admission there = redis.admit(caller, limit);
      if (!there.admitted()) {
        window.takeBack(now);
      }
      return here.and(there);
    } catch (RedisAwayException e) {
      outage.lost(e);
      decidedAlone.run();
      return here;
    }
  }

  /**
   * Where it may not wait for an answer, on one of the threads that serve all connections, it tells
   * what this node knows by itself.
   */
  @Override
  public Admission peek(String caller, int limit) {
    Outage.State state = outage.state();
    if (state == Outage.State.AWAY || !Thread.currentThread().isVirtual()) {
      return peekHere(caller, limit, state);
    }
    try {
      Admission there = redis.peek(caller, limit);
      return state == Outage.State.THERE ? there : peekHere(caller, limit, state).and(there);
    } catch (RedisAwayException e) {
      outage.lost(e);
      return peekHere(caller, limit, Outage.State.AWAY);
    }
  }

  private Admission peekHere(String caller, int limit, Outage.State state) {
    int most = state == Outage.State.THERE ? limit : share.of(limit);
    return own.seen(caller).peek(clock.instant(), most).under(limit);
  }
}
