package dev.waymark.server.connections;

import dev.waymark.errors.ApiException;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a request that is not let in as it is: one for no path, which could not be
 * decoded for this reason, with those headers that decide how it is answered.
 */
final class RefusedRequest {
  private static final List<CharSequence> KEPT =
      List.of(
          HttpHeaderNames.ACCEPT,
          HttpHeaderNames.AUTHORIZATION,
          HttpHeaderNames.HOST,
          HttpHeaderNames.ORIGIN);

  private RefusedRequest() {}

  /** Without a head where not even that much has arrived. */
  static FullHttpRequest of(@Nullable HttpRequest head, ApiException reason) {
    boolean old = head != null && head.protocolVersion().equals(HttpVersion.HTTP_1_0);
    FullHttpRequest refused =
        new DefaultFullHttpRequest(
            old ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1,
            // Of HEAD the framework would not let us answer anything but the bare status.
            HttpMethod.GET,
            "/",
            Unpooled.EMPTY_BUFFER);
    if (head != null) {
      KEPT.forEach(name -> refused.headers().add(name, head.headers().getAll(name)));
    }
    refused.setDecoderResult(DecoderResult.failure(reason));
    return refused;
  }

  /** What HEAD is answered: all that GET would be, but for the body. */
  static Object withoutBody(Object answer) {
    if (answer instanceof FullHttpResponse response) {
      response.release();
      return response.replace(Unpooled.EMPTY_BUFFER);
    }
    return answer;
  }
}
