package dev.waymark.server;

import dev.waymark.server.settings.ConfigurationFault;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether a port can be had before a database is started for nothing. */
final class FreePort {
  private FreePort() {}

  static void require(String host, int port) {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new ConfigurationFault(
          "waymark.host is \"%s\", which is no address of this machine: set it to one, such as 127.0.0.1 or 0.0.0.0."
              .formatted(host));
    }
    try (ServerSocket socket = new ServerSocket()) {
      // As the server will: connections of an earlier run that linger are no hindrance.
      socket.setReuseAddress(true);
      socket.bind(address);
    } catch (BindException e) {
      throw new ConfigurationFault(line(host, port, String.valueOf(e.getMessage())), e);
    } catch (IOException e) {
      throw new ConfigurationFault(line(host, port, e.toString()), e);
    }
  }

  private static String line(String host, int port, String reason) {
    if (reason.contains("assign requested address")) {
      return "waymark.host is \"%s\", which is no address of this machine: set it to one, such as 127.0.0.1 or 0.0.0.0."
          .formatted(host);
    }
    if (reason.contains("denied")) {
      return "Port %d may not be used by this user: choose one above 1023, as in --port=8080."
          .formatted(port);
    }
    return "Port %d on %s is in use: stop what listens there, or choose another, as in --port=%d."
        .formatted(port, host, port == 65_535 ? 8080 : port + 1);
  }
}
