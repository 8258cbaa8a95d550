package dev.waymark.server.connections;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The two clocks of a connection, of which at most one runs: how long a request that has begun may
 * take to arrive, and how long there may be none. Neither runs while a call is only answered.
 */
final class ArrivalTimer {
  private final ConnectionSettings settings;
  private final Consumer<ChannelHandlerContext> late;
  private @Nullable Future<?> arrival;
  private @Nullable Future<?> idle;

  ArrivalTimer(ConnectionSettings settings, Consumer<ChannelHandlerContext> late) {
    this.settings = settings;
    this.late = late;
  }

  /** A request has begun. Said again, it changes nothing: more bytes do not give it more time. */
  void arriving(ChannelHandlerContext context) {
    if (arrival == null) {
      stop();
      arrival =
          after(
              context,
              settings.requestTimeout(),
              () -> {
                arrival = null;
                late.accept(context);
              });
    }
  }

  /** Nothing is asked and nothing answered; a request that has begun keeps its clock. */
  void idle(ChannelHandlerContext context) {
    if (arrival == null) {
      stop();
      // Without a word: there is nothing to answer.
      idle =
          after(
              context,
              settings.idleTimeout(),
              () -> {
                var _ = context.close();
              });
    }
  }

  void stop() {
    if (arrival != null) {
      arrival.cancel(false);
      arrival = null;
    }
    if (idle != null) {
      idle.cancel(false);
      idle = null;
    }
  }

  private static Future<?> after(ChannelHandlerContext context, Duration time, Runnable action) {
    return context.executor().schedule(action, time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
