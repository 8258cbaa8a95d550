package dev.waymark.conformance.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One address before several servers, which take turns, connection by connection. To each of them a
 * caller comes from the caller's own address.
 */
final class Balancer implements AutoCloseable {
  private final ServerSocket door;
  private final List<URI> servers;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

  private Balancer(ServerSocket door, List<URI> servers) {
    this.door = door;
    this.servers = servers;
  }

  static Balancer before(List<URI> servers) {
    try {
      ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
      Balancer balancer = new Balancer(door, servers);
      Thread.ofVirtual().start(balancer::accept);
      return balancer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  private void accept() {
    for (int turn = 0; !door.isClosed(); turn++) {
      try {
        connect(opened(door.accept()), servers.get(turn % servers.size()));
      } catch (IOException e) {
        // A caller that has gone, or the end.
      }
    }
  }

  private void connect(Socket caller, URI server) throws IOException {
    Socket inner = opened(new Socket());
    inner.bind(new InetSocketAddress(caller.getInetAddress(), 0));
    inner.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    Thread.ofVirtual().start(() -> pass(caller, inner));
    Thread.ofVirtual().start(() -> pass(inner, caller));
  }

  /** Until one side has said all. */
  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Closed by the other direction.
    }
  }

  private Socket opened(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    sockets.add(socket);
    return socket;
  }

  @Override
  public void close() {
    try {
      door.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
