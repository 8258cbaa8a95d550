package dev.waymark.server.connections;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Hangs up on a reader that does not take one part of an answer in time; a slow one that takes part
 * after part is served.
 */
final class StalledReader extends WriteTimeoutHandler {
  StalledReader(Duration timeout) {
    super(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  protected void writeTimedOut(ChannelHandlerContext context) {
    var _ = context.close();
  }
}
