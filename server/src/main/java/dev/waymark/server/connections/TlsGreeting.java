package dev.waymark.server.connections;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Hangs up on a greeting of TLS, which no answer in plain HTTP could reach. Looks at the first byte
 * of a connection and is gone.
 */
final class TlsGreeting extends ChannelInboundHandlerAdapter {
  private static final byte HANDSHAKE = 0x16;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof ByteBuf bytes && bytes.isReadable()) {
      if (bytes.getByte(bytes.readerIndex()) == HANDSHAKE) {
        bytes.release();
        var _ = context.channel().close();
        return;
      }
      context.pipeline().remove(this);
    }
    context.fireChannelRead(message);
  }
}
