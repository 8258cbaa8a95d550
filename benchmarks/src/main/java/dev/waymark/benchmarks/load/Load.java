package dev.waymark.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.HdrHistogram.Histogram;

/**
 * Puts load on a server from the calling thread, for a bounded time. Only complete and right
 * answers count; the first that is not ends the run with a {@link WrongAnswer}, and so does a
 * server that is silent for ten seconds.
 */
public final class Load {
  private static final long LONGEST_SILENCE = Duration.ofSeconds(10).toNanos();

  /** Latencies are kept to a thousandth, up to a minute. */
  private static final long LONGEST_LATENCY = Duration.ofMinutes(1).toNanos();

  private final InetSocketAddress address;
  private final Workload workload;
  private final int connections;

  public Load(InetSocketAddress address, Workload workload, int connections) {
    this.address = address;
    this.workload = workload;
    this.connections = connections;
  }

  /** One call, and its answer. */
  public Answer once() throws IOException {
    try (Connections open = new Connections(1, workload, address)) {
      Connection connection = open.all().getFirst();
      boolean[] answered = {false};
      long end = System.nanoTime();
      connection.send(end);
      while (!answered[0]) {
        check(end);
        open.await(LONGEST_SILENCE, _ -> answered[0] = true);
      }
      return connection.answer();
    }
  }

  /** As many as the server takes: each connection sends its next request after the answer. */
  public Measured closed(Duration time) throws IOException {
    Histogram latencies = new Histogram(LONGEST_LATENCY, 3);
    try (Connections open = new Connections(connections, workload, address)) {
      long start = System.nanoTime();
      long end = start + time.toNanos();
      int[] running = {connections};
      for (Connection connection : open.all()) {
        connection.send(System.nanoTime());
      }
      while (running[0] > 0) {
        check(end);
        open.await(
            LONGEST_SILENCE,
            connection -> {
              long now = System.nanoTime();
              if (now < end) {
                latencies.recordValue(now - connection.due());
                connection.send(now);
              } else {
                running[0]--;
              }
            });
      }
      return new Measured(time, latencies);
    }
  }

  /**
   * So many in a second, at times that were fixed before. A latency counts from the time at which
   * its request was to be sent, whether or not there was a free connection: a slow answer is not
   * hidden by sending less.
   */
  public Measured fixed(int perSecond, Duration time) throws IOException {
    Histogram latencies = new Histogram(LONGEST_LATENCY, 3);
    try (Connections open = new Connections(connections, workload, address)) {
      Deque<Connection> free = new ArrayDeque<>(open.all());
      long step = Duration.ofSeconds(1).toNanos() / perSecond;
      long total = time.toNanos() / step;
      long start = System.nanoTime();
      long sent = 0;
      while (latencies.getTotalCount() < total) {
        long due = start + sent * step;
        long now = System.nanoTime();
        check(start + time.toNanos());
        if (sent < total && now >= due && !free.isEmpty()) {
          free.removeFirst().send(due);
          sent++;
        } else {
          open.await(
              sent < total && !free.isEmpty() ? due - now : LONGEST_SILENCE,
              connection -> {
                latencies.recordValue(System.nanoTime() - connection.due());
                free.addLast(connection);
              });
        }
      }
      return new Measured(time, latencies);
    }
  }

  private static void check(long end) {
    if (System.nanoTime() > end + LONGEST_SILENCE) {
      throw new WrongAnswer("no answer for ten seconds");
    }
  }
}
