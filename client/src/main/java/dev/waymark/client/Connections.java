package dev.waymark.client;

import java.net.http.HttpClient;
import java.time.Duration;

/** The connections to one server, until they are closed. */
final class Connections {

  private final BaseUrl baseUrl;
  private final HttpClient http;
  private volatile boolean closed;

  private Connections(BaseUrl baseUrl, HttpClient http) {
    this.baseUrl = baseUrl;
    this.http = http;
  }

  static Connections to(BaseUrl baseUrl, Duration connectTimeout) {
    HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(connectTimeout)
            // A redirect would carry the key to wherever it points.
            .followRedirects(HttpClient.Redirect.NEVER)
            // Without encryption, HTTP/2 would be asked for in every request, which not all servers
            // take well.
            .version(baseUrl.encrypted() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
            .build();
    return new Connections(baseUrl, http);
  }

  BaseUrl baseUrl() {
    return baseUrl;
  }

  HttpClient http() {
    if (closed) {
      throw new IllegalStateException("This client is closed.");
    }
    return http;
  }

  /** {@link HttpClient} itself can be closed since Java 21. */
  void close() {
    closed = true;
    if (http instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
