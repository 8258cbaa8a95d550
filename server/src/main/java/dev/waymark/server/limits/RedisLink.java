package dev.waymark.server.limits;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to Redis, on which the commands of all calls follow each other without waiting
 * for answers. It does not come back by itself: whoever finds it lost connects again.
 */
final class RedisLink implements AutoCloseable {
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(1);

  /** Two is the least that the client takes; they only pass on what comes in. */
  private static final int THREADS = 2;

  private final RedisAddress address;
  private final Duration patience;
  private final ClientResources resources;
  private final RedisClient client;
  private volatile @Nullable StatefulRedisConnection<String, String> connection;

  /** Connects to nothing yet. */
  RedisLink(RedisAddress address, Duration patience) {
    this.address = address;
    this.patience = patience;
    this.resources =
        ClientResources.builder()
            .ioThreadPoolSize(THREADS)
            .computationThreadPoolSize(THREADS)
            .commandLatencyRecorder(CommandLatencyRecorder.disabled())
            .build();
    this.client = RedisClient.create(resources, address.uri(CONNECT_PATIENCE));
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(false)
            .socketOptions(
                SocketOptions.builder().connectTimeout(CONNECT_PATIENCE).keepAlive(true).build())
            .build());
  }

  /** Connects anew, within about a second. */
  synchronized void connect() {
    drop();
    try {
      connection = client.connect(StringCodec.UTF8);
    } catch (RedisException | IllegalStateException e) {
      throw RedisAwayException.because(e);
    }
  }

  /**
   * The answer to one command, within the patience of a call.
   *
   * @throws RedisNoScriptException if the command is a script that Redis does not know
   * @throws RedisAwayException for every other failure; the command may have been carried out
   */
  <T> T ask(Function<RedisAsyncCommands<String, String>, RedisFuture<T>> command) {
    StatefulRedisConnection<String, String> open = connection;
    if (open == null || !open.isOpen()) {
      throw new RedisAwayException("no connection");
    }
    try {
      RedisFuture<T> answer = command.apply(open.async());
      try {
        return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        answer.cancel(true);
        throw new RedisAwayException("no answer within %d ms".formatted(patience.toMillis()));
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RedisNoScriptException unknown) {
        throw unknown;
      }
      throw RedisAwayException.because(e.getCause());
    } catch (RedisException e) {
      throw RedisAwayException.because(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RedisAwayException("interrupted");
    }
  }

  /** Ends the connection, and with it every wait for an answer. */
  synchronized void drop() {
    StatefulRedisConnection<String, String> dropped = connection;
    connection = null;
    if (dropped != null) {
      dropped.close();
    }
  }

  @Override
  public void close() {
    drop();
    client.shutdown(0, 1, TimeUnit.SECONDS);
    resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }

  /** Where it leads, without any secret. */
  @Override
  public String toString() {
    return address.toString();
  }
}
