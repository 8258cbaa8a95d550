package dev.waymark.server.contract;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableByteBody;

/** Reads a copy of a request's body; the body itself goes on to the operation. */
final class RequestBody {
  private RequestBody() {}

  /** Waits for the whole body, on a thread that may wait. */
  static byte[] of(HttpRequest<?> request) {
    try (CloseableByteBody copy =
            ((ServerHttpRequest<?>) request)
                .byteBody()
                .split(ByteBody.SplitBackpressureMode.FASTEST);
        var buffered = copy.buffer().join()) {
      return buffered.toByteArray();
    }
  }
}
