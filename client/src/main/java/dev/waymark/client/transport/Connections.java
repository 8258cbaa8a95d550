package dev.waymark.client.transport;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The connections to one server, until they are closed. */
public final class Connections {

  private final BaseUrl baseUrl;
  private final HttpClient http;
  private volatile boolean closed;

  private Connections(BaseUrl baseUrl, HttpClient http) {
    this.baseUrl = baseUrl;
    this.http = http;
  }

  public static Connections to(
      BaseUrl baseUrl, Duration connectTimeout, @Nullable ProxySelector proxy) {
    HttpClient.Builder http =
        HttpClient.newBuilder()
            .connectTimeout(connectTimeout)
            // A redirect would carry the key to wherever it points.
            .followRedirects(HttpClient.Redirect.NEVER)
            // Without encryption, HTTP/2 would be asked for in every request, which not all servers
            // take well.
            .version(baseUrl.encrypted() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
    if (proxy != null) {
      http.proxy(proxy);
    }
    return new Connections(baseUrl, http.build());
  }

  public BaseUrl baseUrl() {
    return baseUrl;
  }

  /** For one attempt; what the call has come to before it must not be lost. */
  HttpClient http() throws IOException {
    if (closed) {
      throw new ClientClosed();
    }
    return http;
  }

  /** {@link HttpClient} itself can be closed since Java 21. */
  public void close() {
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
