package dev.waymark.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes go to where an address leads, as any HTTP client's would. */
@Timeout(30)
final class RawRequestTest {
  private static final int HANDSHAKE = 22;

  private static final RawRequest ANY = RawRequest.head("GET / HTTP/1.1", "Host: localhost");

  @ParameterizedTest
  @CsvSource({
    "http://api.example, 80",
    "https://api.example, 443",
    "https://api.example:8443, 8443",
    "http://[::1]:8080, 8080"
  })
  void a_server_without_a_port_has_the_usual_one(URI server, int port) {
    assertThat(Sockets.port(server)).isEqualTo(port);
  }

  @Test
  void nobody_at_the_usual_port_is_no_answer_and_no_error_of_the_kit() {
    URI server = URI.create("http://nowhere.invalid");

    assertThatThrownBy(() -> ANY.send(server)).isInstanceOf(NoAnswer.class);
    assertThatThrownBy(() -> HeldConnection.to(server)).isInstanceOf(NoAnswer.class);
  }

  @Test
  void an_encrypted_server_is_greeted_before_anything_is_said() throws IOException {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> firstByte(listening));
      URI server = URI.create("https://127.0.0.1:" + listening.getLocalPort());

      assertThatThrownBy(() -> ANY.send(server)).isInstanceOf(NoAnswer.class);
      assertThat(first.join()).isEqualTo(HANDSHAKE);
    }
  }

  private static int firstByte(ServerSocket listening) {
    try (Socket socket = listening.accept()) {
      return socket.getInputStream().read();
    } catch (IOException e) {
      return -1;
    }
  }
}
