package dev.waymark.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.waymark.client.retry.RetryPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real server on the loopback that gives the answers it was told, one a call, and remembers what
 * it was sent.
 */
final class ScriptedServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Received> received = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  ScriptedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** What came in; {@code path} with the query. */
  record Received(String method, String path, Headers headers, String body) {

    String header(String name) {
      return String.valueOf(headers.getFirst(name));
    }
  }

  /**
   * What goes out. Of {@code claimed} bytes only those in {@code body} are sent; then the server
   * hangs or cuts off.
   */
  record Answer(
      int status, Map<String, String> headers, List<Byte> body, long claimed, boolean hangs) {

    static Answer of(int status, byte[] body) {
      List<Byte> bytes = new ArrayList<>(body.length);
      for (byte one : body) {
        bytes.add(one);
      }
      return new Answer(status, Map.of(), bytes, body.length, false);
    }

    static Answer of(int status, String body) {
      return of(status, body.getBytes(UTF_8));
    }

    static Answer of(int status, JsonNode body) {
      return of(status, Contract.text(body)).with("Content-Type", "application/json");
    }

    /** As the server of the contract answers errors. */
    static Answer refusal(int status, String example) {
      JsonNode body = Contract.example(example);
      return of(status, body)
          .with("X-Request-Id", body.path("request_id").asText())
          .with("X-Error-Code", body.path("error").asText());
    }

    Answer with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Answer(status, more, body, claimed, hangs);
    }

    Answer cutOffBefore(long length) {
      return new Answer(status, headers, body, length, false);
    }

    Answer hangingBefore(long length) {
      return new Answer(status, headers, body, length, true);
    }

    private byte[] bytes() {
      byte[] bytes = new byte[body.size()];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = body.get(i);
      }
      return bytes;
    }
  }

  ScriptedServer answer(Answer... more) {
    answers.addAll(List.of(more));
    return this;
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  /** Until so many calls have come. */
  void awaitReceived(int count) {
    synchronized (received) {
      try {
        while (received.size() < count) {
          received.wait();
        }
      } catch (InterruptedException interrupt) {
        Thread.currentThread().interrupt();
      }
    }
  }

  Received last() {
    return received.get(received.size() - 1);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  WaymarkClientBuilder client() {
    return WaymarkClient.builder()
        .baseUrl(url())
        .key("wm_test_secret")
        .retryPolicy(RetryPolicy.none());
  }

  private synchronized void handle(HttpExchange call) throws IOException {
    try (call) {
      String body = new String(call.getRequestBody().readAllBytes(), UTF_8);
      remember(
          new Received(
              call.getRequestMethod(),
              call.getRequestURI().toString(),
              call.getRequestHeaders(),
              body));
      Answer answer = answers.isEmpty() ? Answer.of(599, "nothing is scripted") : answers.remove();
      answer.headers().forEach(call.getResponseHeaders()::add);
      call.sendResponseHeaders(answer.status(), answer.claimed() == 0 ? -1 : answer.claimed());
      OutputStream out = call.getResponseBody();
      out.write(answer.bytes());
      out.flush();
      if (answer.hangs()) {
        closing.await();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void remember(Received call) {
    synchronized (received) {
      received.add(call);
      received.notifyAll();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
