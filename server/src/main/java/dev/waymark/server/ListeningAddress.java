package dev.waymark.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** The address that commands on this machine can use. */
final class ListeningAddress {
  private ListeningAddress() {}

  static URI of(String host, int port) {
    InetAddress address = new InetSocketAddress(host, port).getAddress();
    // "Every address" is one to listen on, not one to call.
    boolean every = address != null && address.isAnyLocalAddress();
    String name = every ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + port);
  }
}
