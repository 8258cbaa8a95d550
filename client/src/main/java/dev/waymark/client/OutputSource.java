package dev.waymark.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Fetches outputs from the address that a generation names, without the key. */
final class OutputSource {

  private static final long MOST_BYTES = 8L << 30;

  private final Wire wire;
  private final ErrorAnswers errors;
  private final Duration requestTimeout;
  private final Duration downloadTimeout;

  OutputSource(Wire wire, ErrorAnswers errors, Duration requestTimeout, Duration downloadTimeout) {
    this.wire = wire;
    this.errors = errors;
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
    Answer<IncomingBody> answer = wire.send(request, downloadTimeout, MOST_BYTES);
    if (answer.statusCode() != 200) {
      throw refused(answer);
    }
    return new Output(request, answer.body());
  }

  private WaymarkException refused(Answer<IncomingBody> answer) {
    try (IncomingBody body = answer.body()) {
      return errors.read(answer, body.beginning(ErrorAnswers.MOST_BYTES));
    } catch (IOException closing) {
      return errors.read(answer, new byte[0]);
    }
  }
}
