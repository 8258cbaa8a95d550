package dev.waymark.client;

import dev.waymark.client.retry.RetryAfter;
import dev.waymark.client.retry.Time;
import dev.waymark.generated.client.api.GenerationsApi;
import java.time.Duration;

/** Lets the server hold its answer back until there is something to say. */
final class GenerationPoll implements Poll {

  /** Below the 30 seconds after which many a proxy cuts off a connection on which nothing moves. */
  private static final long MOST_SECONDS = 20;

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final Calls calls;
  private final Time time;

  GenerationPoll(Calls calls, Time time) {
    this.calls = calls;
    this.time = time;
  }

  @Override
  public Seen look(String id, Duration left) {
    long seconds = Math.min(MOST_SECONDS, left.toSeconds());
    String prefer = seconds > 0 ? "wait=" + seconds : null;
    Duration patience = calls.timeout().plusSeconds(Math.max(0, seconds));
    Duration limit = left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    Calls.Reply<Generation> reply =
        calls.reply(
            GenerationsApi.getGeneration(id, prefer, null), Generation::from, patience, limit);
    return new Seen(reply.body(), RetryAfter.of(reply.headers(), time.now()));
  }
}
