package dev.waymark.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortTest {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final int FIRST_OF_CONNECTIONS = 32_768;

  @Test
  void it_can_be_listened_on_and_is_none_that_connections_are_given() throws IOException {
    int port = FreePort.find();
    assertThat(port).isLessThan(FIRST_OF_CONNECTIONS);
    try (ServerSocket socket = new ServerSocket(port, 1, LOOPBACK)) {
      assertThat(socket.getLocalPort()).isEqualTo(port);
    }
  }
}
