package dev.waymark.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a script says of an answer, as it goes out. */
final class ReplyTest {
  /** RFC 9110 has no other form; a strict client would not read it. */
  @Test
  void a_day_has_two_digits_in_a_date() {
    Reply reply = Reply.of(503, "").with("Retry-After", "in 3 seconds");

    Reply sent = reply.to(Call.UNREAD, Instant.parse("2026-11-05T23:59:58Z"), "req_1");

    assertThat(sent.header("Retry-After")).hasValue("Fri, 06 Nov 2026 00:00:01 GMT");
  }
}
