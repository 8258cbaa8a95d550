package dev.waymark.conformance.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port of the loopback address that nobody listens on, for a program that keeps its address, also
 * while it is down: no connection that goes out meanwhile is given that port by the system.
 */
public final class FreePort {
  /** Below those that connections are given: from 32768 on by Linux, from 49152 on by others. */
  private static final int FIRST = 20_000;

  private static final int COUNT = 12_000;
  private static final int TRIES = 1000;

  private FreePort() {}

  public static int find() {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int port = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new AssertionError("no port is free from " + FIRST + " on");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.isBound();
    } catch (BindException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
