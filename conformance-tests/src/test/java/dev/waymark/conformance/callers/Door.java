package dev.waymark.conformance.callers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.waymark.conformance.subject.Faults;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * What a caller calls instead of the server: hands everything through as it is, can let single
 * calls meet a fault of the server, and remembers what went through. Each answer has been held
 * against the contract.
 */
final class Door implements AutoCloseable {
  /** For a call that a test key forces to fail as if the server were overloaded. */
  static final String OVERLOADED = "OVERLOADED";

  /** For a call that is to meet no fault. */
  static final String SOUND = "";

  /** What an HTTP client and server settle between themselves. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("host", "connection", "content-length", "transfer-encoding", "keep-alive", "upgrade");

  private final Subject subject;
  private final RealTime time;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Queue<String>> faults = new HashMap<>();
  private final List<Passage> passages = new CopyOnWriteArrayList<>();
  private Consumer<Exchange> listener = _ -> {};

  private Door(Subject subject, RealTime time) {
    this.subject = subject;
    this.time = time;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handThrough);
    server.start();
  }

  static Door to(Subject subject, RealTime time) {
    return new Door(subject, time);
  }

  /** The first calls with this method meet these faults, one each. */
  Door breaking(String method, String... first) {
    faults.put(method, new ArrayDeque<>(List.of(first)));
    return this;
  }

  /** Told of every answer before the caller gets it. */
  Door telling(Consumer<Exchange> newListener) {
    this.listener = newListener;
    return this;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** In the order in which they were answered. */
  List<Passage> passages() {
    return List.copyOf(passages);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handThrough(HttpExchange call) throws IOException {
    long arrived = System.nanoTime();
    try (call) {
      time.catchUp();
      Exchange answer = subject.wire().send(request(call));
      listener.accept(answer);
      answer
          .headers()
          .map()
          .forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
              call.getResponseHeaders().put(name, values);
            }
          });
      passages.add(new Passage(answer, arrived, System.nanoTime()));
      call.sendResponseHeaders(answer.status(), answer.body().length);
      call.getResponseBody().write(answer.body());
    } catch (AssertionError breach) {
      // A server of the JDK would swallow it; so the caller shows it.
      call.sendResponseHeaders(599, 0);
      call.getResponseBody().write(String.valueOf(breach.getMessage()).getBytes(UTF_8));
    }
  }

  private Request request(HttpExchange call) throws IOException {
    Request request =
        Request.of(call.getRequestMethod(), call.getRequestURI().toString())
            .withBody(call.getRequestBody().readAllBytes());
    for (var header : call.getRequestHeaders().entrySet()) {
      if (!OF_THE_CONNECTION.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        request = request.with(header.getKey(), String.join(", ", header.getValue()));
      }
    }
    String fault = nextFault(call.getRequestMethod());
    return switch (fault) {
      case SOUND -> request;
      case OVERLOADED -> request.with("X-Test-Error", fault);
      default -> request.with(Faults.HEADER, fault);
    };
  }

  private synchronized String nextFault(String method) {
    Queue<String> left = faults.getOrDefault(method, new ArrayDeque<>());
    return left.isEmpty() ? SOUND : left.remove();
  }
}
