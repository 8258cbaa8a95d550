package dev.waymark.conformance.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;

final class WaymarkProcessTest {
  /** What a JVM ends with that was asked to by a signal: 128 and the signal's number. */
  private static final int ENDED_BY_TERM = 143;

  @Test
  void a_server_answers_its_first_key_and_is_gone_when_it_is_stopped() {
    try (WaymarkProcess server = start()) {
      assertThat(server.demo().get("/api/v1/account").statusCode()).isEqualTo(200);
      assertThat(server.stop()).as(server.output()).isEqualTo(ENDED_BY_TERM);
      assertThat(answers(server)).isFalse();
    }
  }

  private static WaymarkProcess start() {
    return WaymarkProcess.start(ServerSettings.of(Plan.WITHOUT_PRACTICAL_LIMITS));
  }

  private static boolean answers(WaymarkProcess server) {
    try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
