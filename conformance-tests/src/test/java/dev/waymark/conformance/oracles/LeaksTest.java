package dev.waymark.conformance.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What must not be told: what the server is made of, how it failed inside, and the caller's key.
 */
final class LeaksTest {
  private static final Reply REPLY = Reply.rateLimited(Shape.NATIVE);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Powered-By | x | true",
        "X-AspNet-Version | x | true",
        "X-Runtime | 0.01 | true",
        "X-Debug | 1 | true",
        "X-Debugging-Note | 1 | true",
        "X-Stack-Trace | 1 | true",
        "X-Request-Debug | 1 | false",
        "Server | envoy | false",
        "Server | Apache/2 | true",
        "Server | Jetty(12.0) | true",
        "Via | 1.1 proxy, 2 edge | false",
        "Via | HTTP/1.1 proxy | false",
        "Via | 1.1 squid/5 | true",
        "X-Version | 1.2.3 | false",
        "X-Note | at dev.waymark.Ledger.hold(Ledger.java:12) | true",
        "X-Note | at a.B.c(Native Method) | true",
        "X-Note | Traceback (most recent call last) | true",
        "X-Note | at run (/srv/app.js:1:2) | true",
        "X-Note | at noon(or later) | false",
        "X-Note | at noon, or later | false",
        "X-Note | wm_test_abcdefgh | true",
        "X-Note | wm_test_abc | false",
      })
  void a_header_that_tells_of_the_inside_is_broken(String name, String value, boolean leaks) {
    assertThat(REPLY.with(name, value).broken().contains("headers MUST")).isEqualTo(leaks);
  }

  @Test
  void a_body_of_an_error_shows_no_stack_trace() {
    Reply torn =
        REPLY.replaced("\"limit\":240", "\"trace\":\"at a.B.c(B.java:7)\\n\",\"limit\":240");
    assertThat(torn.broken()).containsExactly("body MUST", "extras SHOULD");
    Reply said = torn.to(torn.request().withBody("at a.B.c(B.java:7)"));
    assertThat(said.broken()).containsExactly("extras SHOULD");
    Reply shown = Reply.of("getGeneration", 200, "").replaced("dusk", "at a.B.c(B.java:7)\\n");
    assertThat(shown.broken()).isEmpty();
  }

  @Test
  void the_callers_key_comes_back_nowhere() {
    String key = "0123-4567";
    Request keyed = Request.get("/api/v1/account").with("Authorization", "Bearer  " + key);
    Reply told = REPLY.to(keyed).with("X-Note", "for " + key);
    assertThat(told.broken()).containsExactly("headers MUST", "headers SHOULD");
    Reply shown =
        REPLY.to(keyed).replaced("\"limit\":240", "\"key\":\"" + key + "\",\"limit\":240");
    assertThat(shown.broken()).containsExactly("body MUST", "extras SHOULD");
    Reply refused = Reply.of("getAccount", 400, "MALFORMED_REQUEST").to(keyed);
    assertThat(refused.with("X-Note", "for " + key).broken()).contains("headers MUST");
    assertThat(refused.replaced("\"error\":", "\"key\":\"" + key + "\",\"error\":").broken())
        .contains("body MUST");
    Request named = Request.get("/api/v1/account?" + key).with("Authorization", "Bearer " + key);
    assertThat(shown.to(named).broken()).containsExactly("extras SHOULD");
    Request brief = Request.get("/api/v1/account").with("Authorization", "Bearer limit");
    assertThat(REPLY.to(brief).broken()).isEmpty();
  }
}
