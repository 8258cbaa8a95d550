package dev.waymark.server.limits;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Windows in Redis, which all nodes share: one script call for each admission, on the clock of
 * Redis, to the microsecond. A window that is not used expires by itself. A Redis that evicts keys
 * when its memory is short would forget windows: it belongs on {@code noeviction}.
 *
 * <p>While Redis is away it throws {@link RedisAwayException}; a call that was given up may be
 * counted all the same.
 */
final class RedisRateLimiter implements RateLimiter {
  private final RedisLink link;
  private final RedisClock clock;
  private final WindowScript script;

  RedisRateLimiter(RedisLink link, RedisClock clock) {
    this.link = link;
    this.clock = clock;
    this.script = WindowScript.on(clock);
  }

  @Override
  public Admission admit(String caller, int limit) {
    return run(caller, limit, "admit");
  }

  @Override
  public Admission peek(String caller, int limit) {
    return run(caller, limit, "peek");
  }

  private Admission run(String caller, int limit, String purpose) {
    String[] keys = {"waymark:rate:" + caller};
    String[] arguments = {String.valueOf(limit), purpose, clock.argument().get()};
    List<Long> reply;
    try {
      reply =
          link.ask(
              redis -> redis.evalsha(script.digest(), ScriptOutputType.MULTI, keys, arguments));
    } catch (RedisNoScriptException e) {
      reply = link.ask(redis -> redis.eval(script.text(), ScriptOutputType.MULTI, keys, arguments));
    }
    return new Admission(
        reply.get(0) == 1,
        limit,
        reply.get(1).intValue(),
        instant(reply.get(2)),
        instant(reply.get(3)));
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
