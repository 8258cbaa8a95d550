package dev.waymark.conformance.edge;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.subject.Together;
import dev.waymark.server.overload.Places;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More calls than a server can work on. */
@ExtendWith(SubjectExtension.class)
final class OverloadTest {
  private static final Map<String, Object> SMALL =
      Map.of(
          "waymark.limits.running-calls",
          3,
          "waymark.limits.queued-calls",
          4,
          "waymark.limits.max-queue-time",
          "200ms",
          "waymark.limits.anonymous-calls-per-minute",
          100_000);

  private final Subject subject;
  private final RawLaws laws = new RawLaws();

  OverloadTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"LOAD-01", "LOAD-03"})
  void
      while_the_database_stands_still_calls_beyond_the_places_are_refused_at_once_and_then_served() {
    try (Subject small = subject.beside(SMALL);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Tenant tenant = small.tenant();
      List<CompletableFuture<RawAnswer>> stuck = new ArrayList<>();
      small
          .jdbi()
          .useTransaction(tx -> {
            tx.execute("LOCK TABLE api_key IN ACCESS EXCLUSIVE MODE");
            for (int place = 0; place < 3; place++) {
              stuck.add(CompletableFuture.supplyAsync(() -> account(small, tenant), threads));
            }
            await(() -> load(small).running() == 3);
            List<RawAnswer> refused = Together.times(30, () -> account(small, tenant));
            assertThat(refused).extracting(RawAnswer::code).containsOnly("OVERLOADED");
            assertThat(refused)
                .extracting(answer -> number(answer, "Retry-After"))
                .allSatisfy(seconds -> assertThat(seconds).isBetween(1L, 5L));
            assertThat(load(small)).isEqualTo(new Places.Load(3, 0));
          });
      assertThat(stuck.stream().map(CompletableFuture::join))
          .extracting(RawAnswer::status)
          .containsOnly(200);
      await(() -> load(small).running() == 0);
      assertThat(account(small, tenant).status()).isEqualTo(200);
    }
  }

  @Test
  @Rule("LOAD-02")
  void what_costs_nothing_is_served_by_a_server_that_is_full() {
    try (Subject small = subject.beside(SMALL);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Tenant tenant = small.tenant();
      small
          .jdbi()
          .useTransaction(tx -> {
            tx.execute("LOCK TABLE api_key IN ACCESS EXCLUSIVE MODE");
            for (int place = 0; place < 3; place++) {
              var _ = CompletableFuture.supplyAsync(() -> account(small, tenant), threads);
            }
            await(() -> load(small).running() == 3);
            assertThat(call(small, "GET /api/v1/errors/OVERLOADED").status()).isEqualTo(200);
            assertThat(call(small, "GET /nowhere").status()).isEqualTo(404);
          });
    }
  }

  @Test
  @Rule({"LOAD-01", "LOAD-04"})
  void a_burst_is_served_or_refused_to_the_last_call_and_uses_up_no_limit_of_the_refused() {
    try (Subject small = subject.beside(SMALL)) {
      Tenant tenant = small.tenant();
      List<RawAnswer> answers = Together.times(60, () -> account(small, tenant));
      long served = answers.stream().filter(answer -> answer.status() == 200).count();
      assertThat(answers)
          .allMatch(answer -> answer.status() == 200 || answer.code().equals("OVERLOADED"));
      assertThat(served).isPositive();
      await(() -> load(small).running() == 0);
      RawAnswer after = account(small, tenant);
      assertThat(number(after, "X-RateLimit-Limit") - number(after, "X-RateLimit-Remaining"))
          .isEqualTo(served + 1);
    }
  }

  @Test
  @Rule("LOAD-05")
  void calls_that_only_wait_take_no_place_from_others() {
    try (Subject small = subject.beside(SMALL);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Tenant tenant = small.tenant();
      String prompt = tenant.hold();
      String id = tenant.start(prompt);
      String wait = "GET /api/v1/generations/" + id;
      List<CompletableFuture<RawAnswer>> waiting = new ArrayList<>();
      for (int call = 0; call < 3; call++) {
        waiting.add(
            CompletableFuture.supplyAsync(
                () -> call(small, wait, authorization(tenant), "Prefer: wait=60"), threads));
        waiting.add(
            CompletableFuture.supplyAsync(
                () -> call(small, wait, authorization(tenant), "Prefer: wait=60"), threads));
        Callable<RawAnswer> other = () -> account(small, tenant);
        assertThat(Together.all(List.of(other)).getFirst().status()).isEqualTo(200);
      }
      assertThat(waiting).noneMatch(CompletableFuture::isDone);
      small.studio().release(prompt);
      assertThat(waiting.stream().map(CompletableFuture::join))
          .allMatch(answer -> answer.body().contains("\"status\":\"completed\""));
      await(() -> load(small).running() == 0);
    }
  }

  private RawAnswer account(Subject server, Tenant tenant) {
    return call(server, "GET /api/v1/account", authorization(tenant));
  }

  /** On a connection of its own; the answer keeps the laws. */
  private RawAnswer call(Subject server, String line, String... headers) {
    String head = line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    String more = Arrays.stream(headers).map(header -> header + "\r\n").collect(joining());
    RawAnswer answer =
        RawConnection.answers(server.server().uri(), head + more + "\r\n").getFirst();
    laws.require(answer);
    return answer;
  }

  private static String authorization(Tenant tenant) {
    return "Authorization: " + tenant.authorization();
  }

  private static long number(RawAnswer answer, String header) {
    return Long.parseLong(answer.header(header).orElseThrow());
  }

  private static Places.Load load(Subject subject) {
    return subject.server().context().getBean(Places.class).load();
  }

  private static void await(Supplier<Boolean> condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.get()) {
      assertThat(System.nanoTime()).as("nanoseconds to wait").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
