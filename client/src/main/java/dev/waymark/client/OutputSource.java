package dev.waymark.client;

import dev.waymark.client.transport.Answer;
import dev.waymark.client.transport.HttpExchange;
import dev.waymark.client.transport.IncomingBody;
import dev.waymark.client.transport.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Fetches outputs from the address that a generation names, without the key. */
final class OutputSource {

  private static final long MOST_BYTES = 8L << 30;

  private final Wire wire;
  private final Failures failures;
  private final Duration requestTimeout;
  private final Duration downloadTimeout;

  OutputSource(Wire wire, Failures failures, Duration requestTimeout, Duration downloadTimeout) {
    this.wire = wire;
    this.failures = failures;
    this.requestTimeout = requestTimeout;
    this.downloadTimeout = downloadTimeout;
  }

  /** To be closed by the caller. */
  Output open(URI address) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(requestTimeout)
            .header("User-Agent", "waymark-java")
            .build();
    try {
      Answer<IncomingBody> answer = wire.send(request, downloadTimeout, MOST_BYTES);
      if (answer.status() != 200) {
        try (IncomingBody body = answer.body()) {
          byte[] bytes = body.beginning(HttpExchange.MOST_BYTES_OF_A_REFUSAL);
          throw failures.refused(request, answer.with(bytes), WaymarkException.ONE);
        }
      }
      return new Output(request, answer.body());
    } catch (IOException failure) {
      throw Unanswered.exception(request, failure, WaymarkException.ONE);
    } catch (InterruptedException interrupt) {
      throw WaymarkInterruptedException.restoring(interrupt);
    }
  }
}
