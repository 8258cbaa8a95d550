package dev.waymark.server.connections;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps a connection after an answer to HEAD that does not say how long the body of GET would be.
 * The framework takes that for an answer whose end only the end of the connection can tell, and
 * closes it; but an answer to HEAD ends with its head (RFC 9112, section 6.3).
 */
@SuppressWarnings("FutureReturnValueIgnored") // What becomes of a write, its promise tells.
final class HeadAnswers extends ChannelDuplexHandler {
  /** Of every request that is not answered yet: whether the connection is to be kept for it. */
  private final Deque<Boolean> kept = new ArrayDeque<>();

  private boolean closeToIgnore;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      kept.add(
          request.method().equals(HttpMethod.HEAD)
              && request.decoderResult().isSuccess()
              && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
              && HttpUtil.isKeepAlive(request));
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof LastHttpContent
        && Boolean.TRUE.equals(kept.poll())
        && message instanceof HttpResponse response
        && !HttpUtil.isContentLengthSet(response)
        && !HttpUtil.isKeepAlive(response)) {
      response.headers().remove(HttpHeaderNames.CONNECTION);
      closeToIgnore = true;
    }
    context.write(message, promise);
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (closeToIgnore) {
      closeToIgnore = false;
      promise.trySuccess();
    } else {
      context.close(promise);
    }
  }
}
