package dev.waymark.conformance.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Connections for bytes of one's own, to where an HTTP client would connect. */
public final class Sockets {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private Sockets() {}

  /** The port of an address; the usual one of its scheme where it names none. */
  public static int port(URI server) {
    return server.getPort() >= 0 ? server.getPort() : isEncrypted(server) ? HTTPS : HTTP;
  }

  /** One that is open; what goes over it is encrypted where the address says so. */
  static Socket to(URI server) throws IOException {
    return isEncrypted(server) ? encrypted(server) : new Socket(server.getHost(), port(server));
  }

  /** The certificate must be the host's, as with any client. */
  private static Socket encrypted(URI server) throws IOException {
    String host = server.getHost().replaceAll("[\\[\\]]", "");
    SSLSocket socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket(host, port(server));
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  private static boolean isEncrypted(URI server) {
    return "https".equals(server.getScheme());
  }
}
