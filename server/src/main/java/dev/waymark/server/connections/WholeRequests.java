package dev.waymark.server.connections;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests into the application when they are there to the last byte, so that a slow one holds
 * nothing but its connection.
 *
 * <p>One that breaks HTTP, or does not arrive in time, goes in as a {@link RefusedRequest}, and one
 * that is too large without its body: they are answered like any other. Such a request is the last
 * of its connection; what follows is dropped unread, and the connection closed after the answer.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What becomes of a write, its promise tells.
final class WholeRequests extends ChannelDuplexHandler {
  private final ConnectionSettings settings;
  private final Optional<Supplier<ApiException>> refusal;
  private final ArrivalTimer timer;

  private @Nullable ArrivingRequest arriving;
  private int unanswered;
  private boolean continueSent;
  private boolean readSomething;
  private boolean deaf;
  private boolean lingering;
  private boolean refusedHead;

  /** With a refusal, that is the answer to the first request, whatever it is. */
  WholeRequests(ConnectionSettings settings, Optional<Supplier<ApiException>> refusal) {
    this.settings = settings;
    this.refusal = refusal;
    this.timer = new ArrivalTimer(settings, this::late);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    timer.idle(context);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    forget();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    readSomething = true;
    if (deaf) {
      ReferenceCountUtil.release(message);
    } else if (message instanceof HttpRequest request) {
      begin(context, request);
    } else if (message instanceof HttpContent content && arriving != null) {
      add(context, arriving, content);
    } else {
      // The empty end of what was let in already.
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    // What has come without ending a request has begun one.
    if (!deaf && (arriving != null || !readSomething)) {
      timer.arriving(context);
    }
    readSomething = false;
    sendContinueIfOwed(context);
    context.fireChannelReadComplete();
  }

  private void begin(ChannelHandlerContext context, HttpRequest head) {
    arriving = new ArrivingRequest(head);
    continueSent = false;
    Optional<ApiException> broken = RequestLaws.broken(head);
    if (refusal.isPresent()) {
      refuse(context, refusal.get().get());
    } else if (broken.isPresent()) {
      refuse(context, broken.get());
    } else if (arriving.statedLength() > settings.maxBodyBytes()) {
      deaf = true;
      letIn(context, arriving);
    }
  }

  private void add(ChannelHandlerContext context, ArrivingRequest request, HttpContent content) {
    if (content.decoderResult().isFailure()) {
      content.release();
      refuse(context, Errors.malformedRequest("the body is not in chunks as HTTP has them."));
      return;
    }
    request.add(context.alloc(), content.content());
    boolean last = content instanceof LastHttpContent;
    if (last || request.length() > settings.maxBodyBytes()) {
      deaf = !last;
      letIn(context, request);
    }
  }

  private void letIn(ChannelHandlerContext context, ArrivingRequest request) {
    timer.stop();
    arriving = null;
    unanswered++;
    context.fireChannelRead(request.whole());
  }

  private void refuse(ChannelHandlerContext context, ApiException reason) {
    HttpRequest refused = arriving == null ? null : arriving.head();
    refusedHead = refused != null && refused.method().equals(HttpMethod.HEAD);
    forget();
    deaf = true;
    unanswered++;
    context.fireChannelRead(RefusedRequest.of(refused, reason));
  }

  private void late(ChannelHandlerContext context) {
    if (unanswered > 1) {
      // It is the application that reads no further before it has answered.
      timer.arriving(context);
      return;
    }
    refuse(context, Errors.requestTimeout(Math.max(1, settings.requestTimeout().toSeconds())));
    context.fireChannelReadComplete();
  }

  private void sendContinueIfOwed(ChannelHandlerContext context) {
    if (arriving != null && !continueSent && unanswered == 0 && arriving.waitsToGoOn()) {
      continueSent = true;
      context.writeAndFlush(
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    boolean lastAnswer = deaf && unanswered == 1;
    if (lastAnswer && message instanceof HttpResponse response) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    if (!(message instanceof LastHttpContent)) {
      context.write(message, promise);
      return;
    }
    ChannelPromise written = promise.unvoid();
    if (lastAnswer) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
    context.write(
        lastAnswer && refusedHead ? RefusedRequest.withoutBody(message) : message, written);
    unanswered--;
    if (unanswered == 0 && !deaf) {
      timer.idle(context);
      sendContinueIfOwed(context);
    }
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (deaf && !lingering && context.channel().isActive()) {
      lingering = true;
      LingeringClose.begin(context, promise);
    } else if (lingering) {
      context.channel().closeFuture().addListener(_ -> promise.trySuccess());
    } else {
      context.close(promise);
    }
  }

  private void forget() {
    timer.stop();
    if (arriving != null) {
      arriving.discard();
      arriving = null;
    }
  }
}
