package dev.waymark.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.client.transport.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A real server on the loopback that serves one output with ranges, as RFC 9110 has it, and gets it
 * wrong as often and in the ways that it was told.
 */
final class OutputServer implements AutoCloseable {

  static final String PATH = "/api/v1/outputs/out_3qX9vK2mT8bL5nR7wZ1yJ4hF6dC0sA8pGkQeUiVxWtB.png";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Turn> turns = new ArrayDeque<>();
  private final List<Headers> received = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch hanging = new CountDownLatch(1);
  private byte[] content;
  private int version = 1;

  /** What the server does in one of its turns; afterwards it does all right. */
  enum Fault {
    NONE,
    CUT,
    HANG,
    REFUSE,
    LIMIT,
    EXPIRE,
    IGNORE_RANGE,
    NO_TAG,
    WEAK_TAG,
    WRONG_RANGE,
    OTHER_TAG,
    SHORT_RANGE,
    LONG_BODY,
    NO_RANGE_AFTER,
    CHANGE,
    CHUNKED,
    EMPTY
  }

  /** {@code at} is the number of bytes after which what happens happens. */
  record Turn(Fault fault, int at) {}

  OutputServer(byte[] content) {
    this.content = content.clone();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Of an output of 200 000 bytes. */
  static OutputServer ofPicture() {
    byte[] bytes = new byte[200_000];
    new Random(5).nextBytes(bytes);
    return new OutputServer(bytes);
  }

  /** A client of it, to be built. */
  WaymarkClientBuilder client(RetryPolicy policy) {
    return WaymarkClient.builder().baseUrl(url()).key("wm_test_secret").retryPolicy(policy);
  }

  OutputServer then(Fault fault, int at) {
    synchronized (turns) {
      turns.add(new Turn(fault, at));
    }
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A generation whose output is here. */
  Generation generation() {
    return completed(url() + PATH);
  }

  static Generation completed(String outputUrl) {
    return Generation.from(
        Json.mapper()
            .convertValue(
                Contract.example("CompletedGeneration").put("output_url", outputUrl),
                dev.waymark.generated.client.model.Generation.class));
  }

  byte[] content() {
    return content.clone();
  }

  boolean hasTurns() {
    synchronized (turns) {
      return !turns.isEmpty();
    }
  }

  /** The headers of every request so far. */
  List<Headers> received() {
    synchronized (turns) {
      return List.copyOf(received);
    }
  }

  List<String> ranges() {
    return received().stream().map(headers -> String.valueOf(headers.getFirst("Range"))).toList();
  }

  void awaitHanging() throws InterruptedException {
    if (!hanging.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody has come to the turn that hangs");
    }
  }

  private String tag() {
    return "\"v" + version + "\"";
  }

  private void handle(HttpExchange call) throws IOException {
    Turn turn;
    synchronized (turns) {
      received.add(call.getRequestHeaders());
      turn = turns.isEmpty() ? new Turn(Fault.NONE, 0) : turns.remove();
      if (turn.fault() == Fault.CHANGE) {
        content = Arrays.copyOf(content, turn.at());
        Arrays.fill(content, (byte) ++version);
      }
    }
    try {
      answer(call, turn);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
    call.close();
  }

  private void answer(HttpExchange call, Turn turn) throws IOException, InterruptedException {
    switch (turn.fault()) {
      case REFUSE -> refuse(call, 503, "OVERLOADED");
      case LIMIT -> refuse(call, 429, "RATE_LIMIT");
      case EXPIRE -> refuse(call, 410, "OUTPUT_EXPIRED");
      case EMPTY -> call.sendResponseHeaders(204, -1);
      default -> serve(call, turn);
    }
  }

  private static void refuse(HttpExchange call, int status, String example) throws IOException {
    byte[] body = Contract.text(Contract.example(example)).getBytes(UTF_8);
    call.getResponseHeaders().add("Content-Type", "application/json");
    if (status != 410) {
      call.getResponseHeaders().add("Retry-After", "1");
    }
    call.sendResponseHeaders(status, body.length);
    call.getResponseBody().write(body);
  }

  private void serve(HttpExchange call, Turn turn) throws IOException, InterruptedException {
    Headers answer = call.getResponseHeaders();
    if (turn.fault() == Fault.WEAK_TAG) {
      answer.add("ETag", "W/" + tag());
    } else if (turn.fault() != Fault.NO_TAG) {
      answer.add("ETag", turn.fault() == Fault.OTHER_TAG ? "\"other\"" : tag());
    }
    String range = call.getRequestHeaders().getFirst("Range");
    boolean honoured =
        range != null
            && turn.fault() != Fault.IGNORE_RANGE
            && (tag().equals(call.getRequestHeaders().getFirst("If-Range"))
                || turn.fault() == Fault.OTHER_TAG);
    if (!honoured) {
      send(call, 200, content, turn);
      return;
    }
    int first = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
    if (first >= content.length || turn.fault() == Fault.NO_RANGE_AFTER) {
      answer.add("Content-Range", "bytes */" + content.length);
      call.sendResponseHeaders(416, -1);
      return;
    }
    int from = turn.fault() == Fault.WRONG_RANGE ? first - 1 : first;
    int to =
        turn.fault() == Fault.SHORT_RANGE
            ? Math.min(content.length, first + 1 + turn.at())
            : content.length;
    answer.add("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, content.length));
    send(call, 206, Arrays.copyOfRange(content, from, to), turn);
  }

  private void send(HttpExchange call, int status, byte[] body, Turn turn)
      throws IOException, InterruptedException {
    boolean longer = status == 206 && turn.fault() == Fault.LONG_BODY;
    boolean chunked = longer || turn.fault() == Fault.CHUNKED;
    boolean breaks =
        turn.fault() == Fault.CUT || turn.fault() == Fault.HANG || turn.fault() == Fault.CHUNKED;
    int sent = breaks ? Math.min(body.length, turn.at()) : body.length;
    call.sendResponseHeaders(status, chunked ? 0 : body.length == 0 ? -1 : body.length);
    OutputStream out = call.getResponseBody();
    out.write(body, 0, sent);
    if (longer) {
      out.write(new byte[100]);
    }
    out.flush();
    if (turn.fault() == Fault.HANG) {
      hanging.countDown();
      closing.await();
    }
    if (chunked && sent < body.length) {
      // Closing would write the end of a chunked body; after an exception the connection just ends.
      throw new IOException("cut off");
    }
    if (chunked) {
      out.close();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
