package dev.waymark.conformance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Does to real connections, on the loopback address, what scripts say. Each connection is for one
 * request. At most {@value #AT_ONCE} are served at once; others wait.
 */
public final class FaultServer implements AutoCloseable {
  private static final int AT_ONCE = 64;

  private final ServerSocket socket;
  private final InstantSource clock;
  private final Stagehand stagehand;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  private FaultServer(int port, InstantSource clock, Stagehand stagehand) {
    this.clock = clock;
    this.stagehand = stagehand;
    try {
      this.socket = new ServerSocket(port, AT_ONCE, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on port " + port, e);
    }
    threads.execute(this::accept);
  }

  /** Plays one script at every path, on a free port. The clock is that of the timeline. */
  public static FaultServer playing(Play play, InstantSource clock) {
    return new FaultServer(0, clock, Stagehand.of(play));
  }

  /**
   * Plays each script under its name: {@code http://127.0.0.1:PORT/NAME} is a base URL for a
   * client. {@code /} lists the scripts, {@code /NAME/timeline} is what has arrived there.
   *
   * @param port 0 for a free one
   * @throws UncheckedIOException if the port is taken
   */
  public static FaultServer start(int port, List<Script> scripts) {
    return new FaultServer(port, InstantSource.system(), Stagehand.of(scripts));
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** Ends all connections. */
  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        room.acquire();
        connections.add(connection);
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void serve(Socket socketOfCaller) {
    try (socketOfCaller) {
      FaultConnection connection = new FaultConnection(socketOfCaller);
      Optional<Play> unread = stagehand.ofUnread();
      if (unread.isPresent()) {
        record(unread.get(), Call.UNREAD);
        connection.reset();
        return;
      }
      Optional<Call> call = connection.read();
      if (call.isPresent()) {
        answer(connection, call.get());
      }
    } catch (IOException | NumberFormatException e) {
      // The caller has gone, or has sent what is no HTTP: there is nothing to be answered.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(socketOfCaller);
      room.release();
    }
  }

  private void answer(FaultConnection connection, Call call)
      throws IOException, InterruptedException {
    Optional<Play> play = stagehand.of(call.target());
    if (play.isEmpty()) {
      connection.write(stagehand.page(call.target()));
      return;
    }
    Arrival arrival = record(play.get(), stagehand.withinItsScript(call));
    switch (arrival.met()) {
      case Reply reply -> connection.write(reply);
      case Silence silence -> {
        switch (silence) {
          case RESET_BEFORE_READING, RESET_AFTER_READING -> connection.reset();
          case CLOSED_AFTER_READING -> {}
          case NOTHING_COMES -> connection.waitForTheCallerToGo();
        }
      }
    }
  }

  private Arrival record(Play play, Call call) {
    Instant now = clock.instant();
    return play.over(play.arrived(call, now), now);
  }
}
