package dev.waymark.server.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Whether Redis can be asked, told once at every change.
 *
 * <p>It is in {@link State#AWAY} from a failure until somebody finds it answering; then in {@link
 * State#BACK} until what any node admitted without it has left the window; and else in {@link
 * State#THERE}.
 */
final class Outage {
  enum State {
    THERE,
    AWAY,
    BACK
  }

  /**
   * How long Redis is only back. The nodes do not find it in the same moment, but within about
   * three seconds of each other; the last one may have admitted a call by itself just before.
   */
  static final Duration BACK_FOR = RollingWindow.LENGTH.plusSeconds(3);

  private final Clock clock;
  private final Consumer<RedisAwayException> whenLost;
  private final Runnable whenBack;
  private volatile boolean away;
  private volatile Instant backUntil = Instant.MIN;

  /** Begins with Redis there. Both are told once for each outage. */
  Outage(Clock clock, Consumer<RedisAwayException> whenLost, Runnable whenBack) {
    this.clock = clock;
    this.whenLost = whenLost;
    this.whenBack = whenBack;
  }

  State state() {
    if (away) {
      return State.AWAY;
    }
    return clock.instant().isBefore(backUntil) ? State.BACK : State.THERE;
  }

  /** It could not be asked. */
  synchronized void lost(RedisAwayException reason) {
    if (!away) {
      away = true;
      whenLost.accept(reason);
    }
  }

  /** It answers. */
  synchronized void answers() {
    if (away) {
      // First, so that nobody sees it there without having been back.
      backUntil = clock.instant().plus(BACK_FOR);
      away = false;
      whenBack.run();
    }
  }
}
