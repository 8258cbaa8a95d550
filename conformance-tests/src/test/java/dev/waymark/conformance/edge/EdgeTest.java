package dev.waymark.conformance.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.server.connections.OpenConnections;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that are slow, too many, or speak something close to HTTP. */
@ExtendWith(SubjectExtension.class)
final class EdgeTest {
  private static final String HOST = "Host: localhost\r\n";
  private static final String GET =
      "GET /api/v1/errors/RATE_LIMIT HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";
  private static final String POST =
      "POST /api/v1/quotes HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n";

  private final Subject subject;
  private final RawLaws laws = new RawLaws();

  EdgeTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"EDGE-01", "EDGE-02"})
  void what_does_not_arrive_in_time_is_told_so_and_what_says_nothing_is_closed() {
    try (Subject hasty =
        subject.beside(
            Map.of(
                "waymark.limits.request-timeout", "200ms", "waymark.limits.idle-timeout", "1s"))) {
      URI server = hasty.server().uri();
      for (String half :
          List.of(
              "GET /half", "GET /half HTTP/1.1\r\nHost:", POST + "Content-Length: 9\r\n\r\n{}")) {
        List<RawAnswer> answers = checked(server, half);
        assertThat(answers).extracting(RawAnswer::code).containsExactly("REQUEST_TIMEOUT");
        assertThat(answers.getFirst().header("Connection")).hasValue("close");
      }
      assertThat(checked(server, "")).isEmpty();
      assertThat(checked(server, GET.replace("Connection: close\r\n", "") + GET)).hasSize(2);
    }
  }

  @Test
  @Rule("EDGE-03")
  void a_connection_too_many_is_told_so_and_there_is_room_again_when_others_close() {
    try (Subject small = subject.beside(Map.of("waymark.limits.max-connections", 5))) {
      URI server = small.server().uri();
      List<RawConnection> open = new ArrayList<>();
      for (int number = 0; number < 5; number++) {
        RawConnection connection = new RawConnection(server);
        connection.send("GET /");
        open.add(connection);
      }
      OpenConnections counted = small.server().context().getBean(OpenConnections.class);
      while (counted.count() < 5) {
        Thread.onSpinWait();
      }
      List<RawAnswer> refused = checked(server, GET);
      assertThat(refused).extracting(RawAnswer::code).containsExactly("OVERLOADED");
      open.forEach(RawConnection::close);
      assertThat(Stream.generate(() -> checked(server, GET).getFirst().status()).limit(200))
          .contains(200);
    }
  }

  @Test
  @Rule("EDGE-02")
  void a_greeting_of_tls_is_closed_without_a_word() {
    assertThat(checked(subject.server().uri(), "\u0016\u0003\u0001\u0002\u0000\u0001")).isEmpty();
  }

  static Stream<Arguments> ambiguous() {
    String chunked = "Transfer-Encoding: chunked\r\n";
    String empty = "\r\n0\r\n\r\n";
    return Stream.of(
        Arguments.of("no host", "GET / HTTP/1.1\r\n\r\n"),
        Arguments.of("two hosts", "GET / HTTP/1.1\r\n" + HOST + HOST + "\r\n"),
        Arguments.of("no host at all", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"),
        Arguments.of("length and chunks", POST + "Content-Length: 5\r\n" + chunked + empty),
        Arguments.of("chunks twice", POST + chunked + chunked + empty),
        Arguments.of("another encoding", POST + "Transfer-Encoding: gzip, chunked\r\n" + empty),
        Arguments.of("no chunks", POST + chunked + "\r\nzz\r\n"),
        Arguments.of("two lengths", POST + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
        Arguments.of("an old version with chunks", "POST / HTTP/1.0\r\n" + chunked + empty),
        Arguments.of("a version to come", "GET / HTTP/1.2\r\n" + HOST + "\r\n"),
        Arguments.of("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        Arguments.of("head in small letters", "head / HTTP/1.1\r\n" + HOST + "\r\n"),
        Arguments.of("the form of a proxy", "CONNECT localhost:80 HTTP/1.1\r\n" + HOST + "\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ambiguous")
  @Rule("EDGE-04")
  void what_can_be_read_in_two_ways_is_refused_and_nothing_behind_it_read(
      String name, String request) {
    List<RawAnswer> answers = checked(subject.server().uri(), request + GET);
    assertThat(answers).as(name).extracting(RawAnswer::code).containsExactly("MALFORMED_REQUEST");
    assertThat(answers.getFirst().body()).contains("\"reason\":");
  }

  @Test
  @Rule({"EDGE-04", "ERR-05"})
  void a_refused_head_tells_the_code_and_has_no_body() {
    List<RawAnswer> answers = checked(subject.server().uri(), "HEAD / HTTP/1.1\r\n\r\n");
    assertThat(answers).extracting(RawAnswer::code).containsExactly("MALFORMED_REQUEST");
    assertThat(answers.getFirst().body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost/api/v1/errors/RATE_LIMIT", "/api/v1/errors/RATE_LIMIT?"})
  @Rule("EDGE-04")
  void every_form_of_a_target_that_means_the_same_is_read(String target) {
    assertThat(checked(subject.server().uri(), GET.replace("/api/v1/errors/RATE_LIMIT", target)))
        .extracting(RawAnswer::status)
        .containsExactly(200);
  }

  @Test
  @Rule("EDGE-05")
  void a_body_that_is_announced_is_asked_for_unless_it_is_too_large() {
    String expect = "Expect: 100-continue\r\nConnection: close\r\n";
    assertThat(checked(subject.server().uri(), POST + expect + "Content-Length: 99999999\r\n\r\n"))
        .extracting(RawAnswer::code)
        .containsExactly("PAYLOAD_TOO_LARGE");
    assertThat(checked(subject.server().uri(), POST + expect + "Content-Length: 2\r\n\r\n{}"))
        .extracting(RawAnswer::code)
        .containsExactly("UNAUTHORIZED");
  }

  @Test
  @Rule("EDGE-06")
  void an_answer_reaches_a_caller_that_is_still_sending() {
    String large = POST + "Content-Length: 5000000\r\n\r\n" + " ".repeat(5_000_000);
    assertThat(checked(subject.server().uri(), large))
        .extracting(RawAnswer::code)
        .containsExactly("PAYLOAD_TOO_LARGE");
  }

  @Test
  @Rule("EDGE-07")
  void a_connection_is_kept_after_head() {
    String head = "HEAD /api/v1/errors/RATE_LIMIT HTTP/1.1\r\n" + HOST + "\r\n";
    assertThat(checked(subject.server().uri(), head + head + GET))
        .extracting(RawAnswer::status)
        .containsExactly(200, 200, 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data", "text/html; charset=\"", "/"})
  @Rule("HTTP-03")
  void the_media_type_of_a_body_that_is_not_read_does_not_matter(String type) {
    String body = "Content-Type: " + type + "\r\nContent-Length: 3\r\n\r\nabc";
    assertThat(checked(subject.server().uri(), GET.substring(0, GET.length() - 2) + body))
        .extracting(RawAnswer::status)
        .containsExactly(200);
  }

  @Test
  @Rule("HTTP-03")
  void a_compressed_body_is_not_unpacked() {
    String body =
        POST + "Connection: close\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}";
    assertThat(checked(subject.server().uri(), body))
        .extracting(RawAnswer::code)
        .containsExactly("UNSUPPORTED_MEDIA_TYPE");
  }

  private List<RawAnswer> checked(URI server, String request) {
    List<RawAnswer> answers = RawConnection.answers(server, request);
    answers.forEach(laws::require);
    return answers;
  }
}
