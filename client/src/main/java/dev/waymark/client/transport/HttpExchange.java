package dev.waymark.client.transport;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Over the network, from the first byte of the request to the last of its answer. */
public final class HttpExchange implements Exchange {

  /** Far above any page of the contract; there so that no answer can fill the memory. */
  private static final long MOST_BYTES = 32L << 20;

  /** The contract's errors are smaller by far; of a longer page nobody reads the rest. */
  public static final int MOST_BYTES_OF_A_REFUSAL = 64 << 10;

  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final Wire wire;

  public HttpExchange(Wire wire) {
    this.wire = wire;
  }

  @Override
  public Answer<byte[]> send(HttpRequest request, Duration limit)
      throws IOException, InterruptedException {
    Duration own = request.timeout().orElse(limit);
    boolean shorter = limit.compareTo(own) < 0;
    Answer<IncomingBody> answer =
        wire.send(shorter ? within(request, limit) : request, shorter ? limit : own, MOST_BYTES);
    try (IncomingBody body = answer.body()) {
      return answer.with(
          answer.isSuccess() ? body.readAllBytes() : body.beginning(MOST_BYTES_OF_A_REFUSAL));
    } catch (IOException failure) {
      throw Wire.interruptedOr(failure);
    }
  }

  /** The JDK by itself would wait for the headers as long as the request says. */
  private static HttpRequest within(HttpRequest request, Duration limit) {
    Duration timeout = limit.compareTo(SHORTEST) < 0 ? SHORTEST : limit;
    return HttpRequest.newBuilder(request, (name, value) -> true).timeout(timeout).build();
  }
}
