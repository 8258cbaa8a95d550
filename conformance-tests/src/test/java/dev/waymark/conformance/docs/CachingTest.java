package dev.waymark.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.RawRequest;
import dev.waymark.conformance.wire.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue and its pages can be kept, and read as often as one likes. */
@ExtendWith(SubjectExtension.class)
final class CachingTest {
  private static final String OUTPUT = "/api/v1/outputs/out_none";

  private final Subject subject;

  CachingTest(Subject subject) {
    this.subject = subject;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/errors",
        "/api/v1/errors?limit=100",
        "/api/v1/errors/RATE_LIMIT",
        "/docs/errors",
        "/docs/errors/RATE_LIMIT"
      })
  @Rule({"DOC-05", "HTTP-07"})
  void what_the_caller_has_is_not_sent_again(String path) {
    Exchange first = subject.wire().send(Request.get(path));
    String tag = first.require("ETag");

    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    assertThat(first.require("Cache-Control")).isEqualTo("private, max-age=300");
    assertThat(subject.wire().send(Request.of("HEAD", path)).require("ETag")).isEqualTo(tag);
    for (String known : new String[] {tag, "W/" + tag, "*", "\"x\", W/\"y\" , " + tag}) {
      Exchange again = subject.wire().send(Request.get(path).with("If-None-Match", known));
      assertThat(again.status()).as(known).isEqualTo(304);
      assertThat(again.require("ETag")).isEqualTo(tag);
    }
    for (String other : new String[] {"\"x\"", tag.replace("\"", ""), ""}) {
      Exchange again = subject.wire().send(Request.get(path).with("If-None-Match", other));
      assertThat(again.status()).as(other).isEqualTo(200);
      assertThat(again.body()).isEqualTo(first.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/errors/RATE_LIMIT", "/docs/errors/RATE_LIMIT"})
  @Rule("DOC-05")
  void another_host_is_another_answer_with_another_tag(String path) {
    Exchange one = subject.wire().send(Request.get(path));
    Exchange other =
        subject
            .wire()
            .sendRaw(
                RawRequest.head(
                    "GET " + path + " HTTP/1.1", "Host: elsewhere.example", "Connection: close"));

    assertThat(other.text()).contains("http://elsewhere.example/docs/errors/RATE_LIMIT");
    assertThat(other.require("ETag")).isNotEqualTo(one.require("ETag"));
  }

  @Test
  @Rule("DOC-05")
  void with_a_public_address_anyone_may_keep_it() {
    try (Subject known = subject.beside(Map.of("waymark.public-url", "https://api.example.com"))) {
      Exchange answer = known.wire().send(Request.get("/api/v1/errors/RATE_LIMIT"));
      assertThat(answer.require("Cache-Control")).isEqualTo("public, max-age=300");
      assertThat(answer.json().path("docs_url").asText())
          .isEqualTo("https://api.example.com/docs/errors/RATE_LIMIT");
    }
  }

  @Test
  @Rule("DOC-06")
  void a_thousand_reads_leave_the_address_all_its_calls() {
    for (int read = 0; read < 250; read++) {
      for (String path :
          new String[] {
            "/api/v1/errors?limit=1",
            "/api/v1/errors/RATE_LIMIT",
            "/docs/errors",
            "/docs/errors/RATE_LIMIT"
          }) {
        Exchange answer = subject.wire().send(Request.get(path));
        assertThat(answer.status()).isEqualTo(200);
      }
    }
    assertThat(subject.wire().send(Request.get(OUTPUT)).number("X-RateLimit-Remaining"))
        .isEqualTo(239);
  }
}
