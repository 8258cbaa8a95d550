package dev.waymark.conformance.laws;

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
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** Stands before a server that keeps the contract, and breaks it. */
final class LyingServer implements AutoCloseable {
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          "date");

  private final URI honest;
  private final Lie lie;
  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What is done with a call. */
  @FunctionalInterface
  interface Lie {
    Reply answer(Call call, Honest honest);
  }

  /** The server behind. */
  @FunctionalInterface
  interface Honest {
    Reply send(Call call);
  }

  LyingServer(URI honest, Lie lie) {
    this.honest = honest;
    this.lie = lie;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** Says what the honest server has said, but not quite. */
  static Lie said(UnaryOperator<Reply> change) {
    return (call, honest) -> change.apply(honest.send(call));
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new LinkedHashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) ->
              headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
      Call call =
          new Call(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              headers,
              exchange.getRequestBody().readAllBytes());
      Reply reply = lie.answer(call, this::forward);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      boolean hasBody = reply.body().length > 0 && !call.method().equals("HEAD");
      exchange.sendResponseHeaders(reply.status(), hasBody ? reply.body().length : -1);
      if (hasBody) {
        exchange.getResponseBody().write(reply.body());
      }
    }
  }

  private Reply forward(Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(honest + call.target()))
            .method(call.method(), BodyPublishers.ofByteArray(call.body()));
    call.headers().entrySet().stream()
        .filter(header -> !OF_THE_CONNECTION.contains(header.getKey()))
        .forEach(header -> request.header(header.getKey(), header.getValue()));
    try {
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      Map<String, String> headers = new LinkedHashMap<>();
      answer.headers().map().entrySet().stream()
          .filter(header -> !OF_THE_CONNECTION.contains(header.getKey()))
          .forEach(header ->
              headers.put(
                  header.getKey().toLowerCase(Locale.ROOT), String.join(", ", header.getValue())));
      return new Reply(answer.statusCode(), headers, answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
