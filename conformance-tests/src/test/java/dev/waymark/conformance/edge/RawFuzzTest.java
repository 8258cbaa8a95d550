package dev.waymark.conformance.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.server.Plan;
import dev.waymark.conformance.server.ServerSettings;
import dev.waymark.conformance.server.WaymarkProcess;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand requests that nobody should send, over bare sockets. Another run of the same ones:
 * {@code -Dwaymark.raw.seed=…} with the seed that a failure names.
 */
final class RawFuzzTest {
  private static final int REQUESTS = 10_000;
  private static final int WARM = 2_000;
  private static final int SOCKETS = 12;
  private static final int MOST_SHOWN = 3;
  private static final int MOST_TRIES = 150;
  private static final long MOST_GROWTH = 16L << 20;

  /** Ends every connection: answered as the last one, or swallowed by what stands before it. */
  private static final byte[] LAST =
      "GET /api/v1/errors/RATE_LIMIT HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final RawLaws laws = new RawLaws();
  private final Map<String, Integer> seen = new TreeMap<>();

  @Test
  @Rule({"EDGE-08", "HTTP-08", "HTTP-11"})
  void every_answer_to_anything_is_one_of_the_contract_and_memory_stays_flat() throws Exception {
    long seed = Long.getLong("waymark.raw.seed", ThreadLocalRandom.current().nextLong());
    ServerSettings settings =
        ServerSettings.of(Plan.WITHOUT_PRACTICAL_LIMITS)
            .with(
                "--limits.request-timeout=300ms",
                "--limits.max-queue-time=10s",
                "--generations.max-queued=100000",
                "--workers.threads=0");
    try (WaymarkProcess server = WaymarkProcess.start(settings)) {
      FuzzedRequests requests = new FuzzedRequests(seed, server.demoKey());
      run(server.uri(), requests, seed, 0, WARM);
      long before = server.usedHeap();
      run(server.uri(), requests, seed, WARM, REQUESTS);
      long after = server.usedHeap();
      System.out.printf(
          "raw fuzz with seed %d: %s; heap after %d requests %d KiB, after %d %d KiB%n",
          seed, seen, WARM, before >> 10, REQUESTS, after >> 10);
      assertThat(after - before).as("growth in bytes").isLessThan(MOST_GROWTH);
      assertThat(seen)
          .containsKeys("200", "MALFORMED_REQUEST", "METHOD_NOT_ALLOWED", "UNAUTHORIZED");
      assertThat(server.output()).doesNotContain("Z ERROR ");
    }
  }

  private void run(URI server, FuzzedRequests requests, long seed, int from, int until)
      throws Exception {
    ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    try (ExecutorService sockets = Executors.newFixedThreadPool(SOCKETS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int number = from; number < until; number++) {
        byte[] request = requests.get(number);
        int own = number;
        all.add(
            sockets.submit(() -> {
              if (failures.size() < MOST_SHOWN) {
                violation(server, request)
                    .ifPresent(_ -> failures.add(described(server, request, seed, own)));
              }
            }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(failures).isEmpty();
  }

  /** What is wrong with the answers to a request; nothing if all is well. */
  private Optional<String> violation(URI server, byte[] request) {
    byte[] ended = Arrays.copyOf(request, request.length + LAST.length);
    System.arraycopy(LAST, 0, ended, request.length, LAST.length);
    try {
      List<RawAnswer> answers = RawConnection.answers(server, ended);
      if (answers.isEmpty() && request.length > 0 && request[0] != 0x16) {
        return Optional.of("no answer");
      }
      for (RawAnswer answer : answers) {
        laws.require(answer);
        count(answer.code().isEmpty() ? String.valueOf(answer.status()) : answer.code());
      }
      return Optional.empty();
    } catch (AssertionError | RuntimeException e) {
      return Optional.of(e.toString());
    }
  }

  private synchronized void count(String outcome) {
    seen.merge(outcome, 1, Integer::sum);
  }

  private String described(URI server, byte[] request, long seed, int number) {
    byte[] small = shrunk(server, request);
    return "seed %d, request %d: %s%n  by %s"
        .formatted(seed, number, violation(server, small).orElse("only once"), escaped(small));
  }

  /** The same failure by fewer bytes, as far as leaving out parts leads. */
  private byte[] shrunk(URI server, byte[] request) {
    byte[] smallest = request;
    int tries = 0;
    for (int part = Math.max(1, request.length / 2); part > 0; part /= 2) {
      for (int at = 0; at + part <= smallest.length && tries < MOST_TRIES; tries++) {
        byte[] smaller = without(smallest, at, part);
        if (violation(server, smaller).isPresent()) {
          smallest = smaller;
        } else {
          at += part;
        }
      }
    }
    return smallest;
  }

  private static byte[] without(byte[] bytes, int at, int length) {
    byte[] rest = new byte[bytes.length - length];
    System.arraycopy(bytes, 0, rest, 0, at);
    System.arraycopy(bytes, at + length, rest, at, rest.length - at);
    return rest;
  }

  private static String escaped(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .chars()
        .mapToObj(
            one -> one >= ' ' && one < 127 ? String.valueOf((char) one) : "\\x%02x".formatted(one))
        .collect(Collectors.joining());
  }
}
