package dev.waymark.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.server.lifecycle.BackgroundWork;
import dev.waymark.server.lifecycle.WaitingCalls;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping in order, with one server for all that can be seen on one. */
final class RunningServerTest {
  @TempDir private Path folder;

  @Test
  void a_stop_answers_waiting_calls_then_ends_the_work_and_the_database_last() throws Exception {
    Events events = new Events();
    Map<String, Object> values = TestSettings.in(folder);
    values.put("micronaut.test-wait", true);
    RunningServer server = Waymark.start(values, events);
    events.server = server;
    CompletableFuture<HttpResponse<String>> waiting = get(server.uri().resolve("/api/v1/errors"));
    assertThat(events.arrived.await(20, TimeUnit.SECONDS)).isTrue();

    server.close();

    assertThat(waiting.get(20, TimeUnit.SECONDS).body()).isEqualTo("released");
    assertThat(events.seen)
        .containsExactly("started", "released", "answered", "stopped with the database there");
  }

  @Test
  void beans_of_a_test_take_the_place_of_the_real_ones_and_json_is_read_strictly()
      throws Exception {
    Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    try (RunningServer server = Waymark.start(TestSettings.in(folder), clock)) {
      assertThat(server.context().getBean(Clock.class)).isSameAs(clock);
      ObjectMapper mapper = server.context().getBean(ObjectMapper.class);
      JsonNode number = mapper.readTree("0.10000000000000000001");
      assertThat(number.decimalValue()).isEqualTo(new BigDecimal("0.10000000000000000001"));
      assertThat(mapper.writeValueAsString(clock.instant())).isEqualTo("\"2026-01-01T00:00:00Z\"");
      assertThatThrownBy(() -> mapper.readTree("{\"a\":1,\"a\":2}"))
          .hasMessageContaining("Duplicate field 'a'");
      assertThatThrownBy(() -> mapper.readTree("[".repeat(40) + "]".repeat(40)))
          .isInstanceOf(StreamConstraintsException.class);
    }
  }

  private static CompletableFuture<HttpResponse<String>> get(URI uri) {
    return HttpClient.newHttpClient()
        .sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Work, a waiting room and a record of what happened when. */
  static final class Events implements BackgroundWork, WaitingCalls {
    final List<String> seen = new CopyOnWriteArrayList<>();
    final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    @Nullable RunningServer server;

    @Override
    public void start() {
      seen.add("started");
    }

    @Override
    public void release() {
      seen.add("released");
      released.countDown();
    }

    String waitForRelease() throws InterruptedException {
      arrived.countDown();
      released.await();
      seen.add("answered");
      return "released";
    }

    @Override
    public void stop() {
      RunningServer running = requireNonNull(server);
      int one =
          running
              .context()
              .getBean(Jdbi.class)
              .withHandle(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
      seen.add(one == 1 ? "stopped with the database there" : "stopped");
    }
  }

  @ServerFilter("/api/v1/errors")
  @Requires(property = "micronaut.test-wait")
  static final class Wait {
    private final Events events;

    Wait(Events events) {
      this.events = events;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    io.micronaut.http.HttpResponse<String> answer() throws InterruptedException {
      return io.micronaut.http.HttpResponse.ok(events.waitForRelease());
    }
  }
}
