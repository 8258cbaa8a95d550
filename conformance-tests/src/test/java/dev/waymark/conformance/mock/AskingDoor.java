package dev.waymark.conformance.mock;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Stands before the mock and asks it for one answer by {@code Prefer}, which a caller who does not
 * know of the mock would not do. All else goes through as it is.
 */
final class AskingDoor implements AutoCloseable {
  /** What an HTTP client and server settle between themselves. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("host", "connection", "content-length", "transfer-encoding", "keep-alive", "upgrade");

  private final URI mock;
  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> calls = new ArrayList<>();
  private String preference = "";

  private AskingDoor(URI mock, HttpServer server) {
    this.mock = mock;
    this.server = server;
  }

  static AskingDoor to(URI mock) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      AskingDoor door = new AskingDoor(mock, server);
      server.createContext("/", door::handThrough);
      server.start();
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on; what came before is forgotten. */
  synchronized void askFor(String newPreference) {
    preference = newPreference;
    calls.clear();
  }

  /** Method and path of each call, without the query. */
  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }

  private synchronized void handThrough(HttpExchange call) throws IOException {
    try (call) {
      calls.add(call.getRequestMethod() + " " + call.getRequestURI().getRawPath());
      HttpResponse<byte[]> answer = client.send(request(call), BodyHandlers.ofByteArray());
      answer
          .headers()
          .map()
          .forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
              call.getResponseHeaders().put(name, values);
            }
          });
      call.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      call.getResponseBody().write(answer.body());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange call) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(mock.resolve(call.getRequestURI().toString()))
            .timeout(Duration.ofSeconds(30))
            .method(
                call.getRequestMethod(),
                BodyPublishers.ofByteArray(call.getRequestBody().readAllBytes()));
    call.getRequestHeaders()
        .forEach((name, values) -> {
          if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return request.setHeader("Prefer", preference).build();
  }
}
