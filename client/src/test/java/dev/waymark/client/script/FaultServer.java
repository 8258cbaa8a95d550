package dev.waymark.client.script;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Does to real connections what a script says. The JDK's client sends a GET again by itself when a
 * connection that it has used before is closed without an answer; such a repetition, known by its
 * {@code X-Attempt}, meets what the first one met and is no attempt of ours.
 */
final class FaultServer implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Step> steps;
  private final Supplier<Duration> clock;
  private final Instant epoch;
  private final Duration timeout;
  private final List<Arrival> arrivals = new ArrayList<>();
  private Deed deed = Deed.GET;
  private int call = -1;

  FaultServer(Script script, Supplier<Duration> clock, Instant epoch) throws IOException {
    this.steps = new ArrayDeque<>(script.steps());
    this.timeout = script.timeout();
    this.clock = clock;
    this.epoch = epoch;
    threads.execute(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  synchronized void expect(Deed next) {
    deed = next;
    call++;
  }

  synchronized List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      FaultConnection peer = new FaultConnection(connection);
      while (peer.reads() && answered(peer)) {
        // The next one on the same connection.
      }
    } catch (IOException gone) {
      // So is the caller.
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the connection can go on. */
  private boolean answered(FaultConnection peer) throws IOException, InterruptedException {
    Duration at = clock.get();
    Step step;
    Deed asked;
    int place;
    synchronized (this) {
      if (repeated(peer)) {
        return false;
      }
      asked = deed;
      step = steps.isEmpty() ? VirtualStage.ready(0, asked) : steps.remove();
      place = arrivals.size();
      arrivals.add(arrival(peer, at, new Arrival.End.Nothing(true, true)));
    }
    if (step instanceof Step.Break broken) {
      if (broken.fault() == Fault.TIMEOUT) {
        Thread.sleep(timeout.plusMillis(100).toMillis());
      }
      peer.resets(broken.fault() == Fault.RESET);
      return false;
    }
    Thread.sleep(step.millis());
    Served served = Served.of((Step.Reply) step, asked, epoch.plus(clock.get()));
    boolean whole = !served.reply().cut();
    boolean nothing = served.reply().succeeds() && !whole && served.reply().status() != 204;
    synchronized (this) {
      Duration sent = clock.get();
      Arrival.End end = nothing ? new Arrival.End.Nothing(true, true) : peer.seen(served.seen());
      arrivals.set(place, arrival(peer, at, sent, end));
    }
    peer.writes(served);
    return whole;
  }

  private boolean repeated(FaultConnection peer) {
    Arrival last = arrivals.isEmpty() ? null : arrivals.get(arrivals.size() - 1);
    return peer.method().equals("GET")
        && last != null
        && last.call() == call
        && last.header("X-Attempt").equals(peer.headers().get("x-attempt"));
  }

  private Arrival arrival(FaultConnection peer, Duration at, Arrival.End end) {
    return arrival(peer, at, at, end);
  }

  private Arrival arrival(FaultConnection peer, Duration at, Duration ended, Arrival.End end) {
    return new Arrival(
        call,
        at,
        ended,
        peer.method(),
        peer.path(),
        Map.copyOf(peer.headers()),
        peer.body(),
        Optional.empty(),
        Optional.of(end));
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
