package dev.waymark.conformance.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that is no Waymark. */
final class Stranger implements AutoCloseable {
  private final int port;
  private final AutoCloseable end;

  private Stranger(int port, AutoCloseable end) {
    this.port = port;
    this.end = end;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Answers with pages, as file servers do. */
  static Stranger withFiles() {
    return http(exchange -> {
      byte[] page = "<html><h1>Error 404</h1></html>".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "text/html");
      exchange.sendResponseHeaders(404, page.length);
      exchange.getResponseBody().write(page);
    });
  }

  /** Has the headers of a Waymark, and nothing behind them. */
  static Stranger thatPretends() {
    return http(exchange -> {
      exchange.getResponseHeaders().add("X-Request-Id", "always-the-same");
      exchange.getResponseHeaders().add("X-RateLimit-Limit", "many");
      exchange.getResponseHeaders().add("Link", "<::not a url::>; rel=\"help\"");
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      byte[] body = "{\"error\": ".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(500, body.length);
      exchange.getResponseBody().write(body);
    });
  }

  /** Takes connections and says nothing. */
  static Stranger thatHangs() {
    return socket(_ -> {});
  }

  /** Says something that is not HTTP. */
  static Stranger withGarbage() {
    return socket(socket -> {
      socket.getOutputStream().write("\u0007 220 mail ready\r\n".getBytes(StandardCharsets.UTF_8));
      socket.close();
    });
  }

  /** Begins an answer and never ends it. */
  static Stranger thatDrips() {
    return socket(socket -> {
      OutputStream out = socket.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx".getBytes(StandardCharsets.UTF_8));
      out.flush();
    });
  }

  @Override
  public void close() {
    try {
      end.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Talk {
    void with(Socket socket) throws IOException;
  }

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private static Stranger http(Answer answer) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              exchange.getRequestBody().readAllBytes();
              answer.to(exchange);
            }
          });
      server.start();
      return new Stranger(server.getAddress().getPort(), () -> server.stop(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stranger socket(Talk talk) {
    try {
      ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      ExecutorService talking = Executors.newVirtualThreadPerTaskExecutor();
      talking.execute(() -> {
        while (!listening.isClosed()) {
          try {
            talk.with(listening.accept());
          } catch (IOException e) {
            // It was closed: the test is over.
            return;
          }
        }
      });
      return new Stranger(
          listening.getLocalPort(),
          () -> {
            listening.close();
            talking.close();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
