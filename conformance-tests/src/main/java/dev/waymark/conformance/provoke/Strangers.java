package dev.waymark.conformance.provoke;

import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Sockets;
import dev.waymark.conformance.wire.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Callers without a good key, whom servers count by their addresses. Where the server is on this
 * machine there are many such addresses, and none of them calls often.
 */
final class Strangers {
  /** Less than any server admits of one address in a minute. */
  private static final int CALLS_OF_ONE = 100;

  private static final int FIRST = 2;
  private static final int MOST = 250;

  private final Bench bench;
  private final AtomicInteger calls = new AtomicInteger();

  private Strangers(Bench bench) {
    this.bench = bench;
  }

  static Strangers of(Bench bench) {
    return bench.shared("strangers", () -> new Strangers(bench));
  }

  /** From an address that may call still. */
  Exchange send(Request request) {
    int number = FIRST + calls.getAndIncrement() / CALLS_OF_ONE % MOST;
    return from(number).sendUnchecked(request);
  }

  /** Whether there are addresses to choose from. */
  boolean areMany() {
    return bench.shared("strangers are many", () -> canBind(address(FIRST)));
  }

  /** The way from an address that nobody else has, if there are several. */
  Optional<Wire> ownAddress() {
    return areMany() ? Optional.of(from(1 + MOST)) : Optional.empty();
  }

  private Wire from(int number) {
    return areMany()
        ? bench.shared("stranger " + number, () -> bench.wire().from(address(number)))
        : bench.wire();
  }

  private boolean canBind(InetAddress address) {
    try (Socket socket = new Socket()) {
      InetAddress server = InetAddress.getByName(bench.wire().server().getHost());
      if (!server.isLoopbackAddress()) {
        return false;
      }
      socket.bind(new InetSocketAddress(address, 0));
      socket.connect(new InetSocketAddress(server, Sockets.port(bench.wire().server())));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static InetAddress address(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
