package dev.waymark.server.connections;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import org.jspecify.annotations.Nullable;

/** What of a request is there: its head, and its body as far as it has come. */
final class ArrivingRequest {
  private final HttpRequest head;
  private @Nullable ByteBuf body;

  ArrivingRequest(HttpRequest head) {
    this.head = head;
  }

  HttpRequest head() {
    return head;
  }

  long statedLength() {
    return HttpUtil.getContentLength(head, 0L);
  }

  int length() {
    return body == null ? 0 : body.readableBytes();
  }

  /** Whether the caller sends no body before it is told to go on. */
  boolean waitsToGoOn() {
    return body == null && HttpUtil.is100ContinueExpected(head);
  }

  /** Takes the part over. */
  void add(ByteBufAllocator memory, ByteBuf part) {
    try {
      if (part.isReadable()) {
        if (body == null) {
          body = memory.buffer(part.readableBytes());
        }
        body.writeBytes(part);
      }
    } finally {
      part.release();
    }
  }

  /** Hands everything over; of a body that was cut, what there is. */
  FullHttpRequest whole() {
    ByteBuf content = body == null ? Unpooled.EMPTY_BUFFER : body;
    body = null;
    return new DefaultFullHttpRequest(
        head.protocolVersion(),
        head.method(),
        head.uri(),
        content,
        head.headers(),
        EmptyHttpHeaders.INSTANCE);
  }

  void discard() {
    if (body != null) {
      body.release();
      body = null;
    }
  }
}
