package dev.waymark.conformance.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Wire;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever has no valid key is counted by the address that the call comes from. */
@ExtendWith(SubjectExtension.class)
final class AddressRateTest {
  private static final Request OPEN = Request.get("/api/v1/outputs/out_nothing.png");
  private static final Request UNKNOWN_KEY =
      Request.get("/api/v1/account").with("Authorization", "Bearer wm_live_nobody");

  private final Subject subject;

  AddressRateTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule("RATE-07")
  void the_240th_call_without_a_key_is_admitted_and_the_next_one_is_not() {
    for (int call = 1; call <= 240; call++) {
      assertThat(subject.wire().send(OPEN).number("X-RateLimit-Remaining")).isEqualTo(240 - call);
    }
    assertThat(subject.wire().send(OPEN).code()).isEqualTo("RATE_LIMIT");
  }

  @Test
  @Rule("RATE-07")
  void a_401_counts_and_is_a_429_when_no_call_is_left() {
    assertThat(subject.wire().send(OPEN).number("X-RateLimit-Remaining")).isEqualTo(239);
    for (int call = 2; call <= 240; call++) {
      Exchange exchange = subject.wire().send(UNKNOWN_KEY);
      assertThat(exchange.code()).isEqualTo("KEY_INVALID");
      assertThat(exchange.number("X-RateLimit-Remaining")).isEqualTo(240 - call);
    }
    assertThat(subject.wire().send(UNKNOWN_KEY).code()).isEqualTo("RATE_LIMIT");
    assertThat(subject.tenant().get("/api/v1/account").status()).isEqualTo(200);
  }

  @Test
  @Rule("RATE-07")
  void another_address_has_a_window_of_its_own() throws IOException {
    InetAddress other = InetAddress.ofLiteral("127.0.0.2");
    assumeTrue(isOurs(other), "127.0.0.2 is no address of this machine");
    subject.wire().send(OPEN);
    try (Wire elsewhere = subject.wire().from(other)) {
      assertThat(elsewhere.send(OPEN).number("X-RateLimit-Remaining")).isEqualTo(239);
    }
  }

  private static boolean isOurs(InetAddress address) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, 0));
      return true;
    } catch (BindException e) {
      return false;
    }
  }
}
