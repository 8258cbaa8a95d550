package dev.waymark.server.connections;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose other side may still be sending: says first that nothing more will
 * come, and drops what is sent for a short while. Closed at once, it would be reset, and the reset
 * could overtake the answer (RFC 9112, section 9.6).
 */
final class LingeringClose {
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private LingeringClose() {}

  static void begin(ChannelHandlerContext context, ChannelPromise closed) {
    context.channel().closeFuture().addListener(_ -> closed.trySuccess());
    if (context.channel() instanceof DuplexChannel socket) {
      var _ = socket.shutdownOutput();
    }
    context.channel().config().setAutoRead(true);
    var end =
        context
            .executor()
            .schedule(
                () -> {
                  var _ = context.close();
                },
                LONGEST.toMillis(),
                TimeUnit.MILLISECONDS);
    context.channel().closeFuture().addListener(_ -> end.cancel(false));
  }
}
