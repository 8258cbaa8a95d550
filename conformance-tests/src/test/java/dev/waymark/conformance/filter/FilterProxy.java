package dev.waymark.conformance.filter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands before a server, on a port of its own of the loopback address. What no filter changes goes
 * through to the byte; what cannot be read goes through as it is.
 */
public final class FilterProxy implements AutoCloseable {
  private static final int BACKLOG = 500;

  private final ServerSocket listening;
  private final InetSocketAddress server;
  private final Filter filter;
  private final Behind behind;
  private final Recorder recorder;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();

  private FilterProxy(URI server, Filter filter, Behind behind, Recorder recorder)
      throws IOException {
    this.listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    this.server = new InetSocketAddress(server.getHost(), server.getPort());
    this.filter = filter;
    this.behind = behind;
    this.recorder = recorder;
  }

  /** Returns when it listens; to be closed. */
  public static FilterProxy before(URI server, Filter filter, Behind behind, Recorder recorder) {
    try {
      FilterProxy proxy = new FilterProxy(server, filter, behind, recorder);
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /** What went wrong in the filter; the connections concerned were closed. */
  public List<Throwable> failures() {
    return List.copyOf(failures);
  }

  Filter filter() {
    return filter;
  }

  Behind behind() {
    return behind;
  }

  Recorder recorder() {
    return recorder;
  }

  void failed(Throwable cause) {
    failures.add(cause);
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.forEach(Line::close);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket caller = listening.accept();
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException e) {
        // Closed, or a caller that has gone again.
      }
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      Line line = new Line(this, caller, server);
      lines.add(line);
      try {
        line.serve();
      } finally {
        lines.remove(line);
      }
    } catch (IOException e) {
      // The server takes no connection, and so there is none.
    }
  }
}
