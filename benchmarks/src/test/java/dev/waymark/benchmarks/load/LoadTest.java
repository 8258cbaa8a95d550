package dev.waymark.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server that is not ours. */
@Timeout(60)
class LoadTest {
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final AtomicInteger calls = new AtomicInteger();
  private HttpServer server;
  private volatile int wrongFrom = Integer.MAX_VALUE;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          byte[] body =
              "{\"n\":%d}".formatted(calls.incrementAndGet()).getBytes(StandardCharsets.US_ASCII);
          exchange.sendResponseHeaders(calls.get() >= wrongFrom ? 503 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void each_answer_counts_once() throws IOException {
    Measured measured = load(4).closed(Duration.ofMillis(300));

    assertThat(measured.count()).isPositive();
    // Those that came after the end are waited for and not counted.
    assertThat(calls.get() - measured.count()).isBetween(0L, 4L);
  }

  @Test
  void a_fixed_rate_is_kept() throws IOException {
    Measured measured = load(4).fixed(100, Duration.ofSeconds(1));

    assertThat(measured.count()).isEqualTo(100);
    assertThat(calls).hasValue(100);
    assertThat(measured.perSecond()).isEqualTo(100);
  }

  @Test
  void a_wrong_answer_ends_the_run_and_is_shown() {
    wrongFrom = 20;

    assertThatThrownBy(() -> load(2).closed(Duration.ofSeconds(20)))
        .isInstanceOf(WrongAnswer.class)
        .hasMessageContaining("503");
  }

  @Test
  void a_server_that_is_gone_ends_the_run() {
    Load load = load(1);
    server.stop(0);

    assertThatThrownBy(() -> load.closed(Duration.ofSeconds(1))).isInstanceOf(IOException.class);
  }

  private Load load(int connections) {
    return new Load(
        server.getAddress(),
        new Workload() {
          @Override
          public byte[] next(int connection) {
            return REQUEST;
          }

          @Override
          public boolean isRight(int connection, Answer answer) {
            return answer.status() == 200
                && answer.bodyHas("{\"n\":".getBytes(StandardCharsets.US_ASCII));
          }
        },
        connections);
  }
}
