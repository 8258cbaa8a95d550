package dev.waymark.client;

import dev.waymark.generated.client.ApiResponse;
import dev.waymark.generated.client.api.GenerationsApi;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lets the server hold its answer back until there is something to say. */
final class GenerationPoll implements Poll {

  /** Below the 30 seconds after which many a proxy cuts off a connection on which nothing moves. */
  private static final long MOST_SECONDS = 20;

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final Transport transport;

  GenerationPoll(Transport transport) {
    this.transport = transport;
  }

  @Override
  public Seen look(String id, Duration left) {
    long seconds = Math.min(MOST_SECONDS, left.toSeconds());
    String prefer = seconds > 0 ? "wait=" + seconds : null;
    Duration patience = transport.requestTimeout().plusSeconds(Math.max(0, seconds));
    Duration limit = patience.compareTo(left) > 0 ? left : patience;
    return transport.run(
        limit.compareTo(SHORTEST) < 0 ? SHORTEST : limit,
        client -> {
          var answer = new GenerationsApi(client).getGenerationWithHttpInfo(id, prefer, null);
          return new Seen(Generation.from(answer.getData()), hint(answer));
        });
  }

  private static Optional<Duration> hint(ApiResponse<?> answer) {
    List<String> seconds = answer.getHeaders().getOrDefault("Retry-After", List.of());
    return RetryAfter.of(Optional.empty(), seconds.stream().findFirst());
  }
}
