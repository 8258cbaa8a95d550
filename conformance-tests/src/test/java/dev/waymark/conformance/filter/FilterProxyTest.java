package dev.waymark.conformance.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.wire.Request;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FilterProxyTest {
  private static final String GOOD =
      "GET /one HTTP/1.1\r\nHost: a\r\nX-Odd:  twice  spaced \r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nx-odd:a\r\nContent-Length: 2\r\n\r\nok";

  @Test
  void what_no_filter_changes_goes_through_to_the_byte() throws IOException {
    try (ScriptedServer server = ScriptedServer.answering(OK, GOOD.length());
        FilterProxy proxy = before(server, Filter.NONE, Recorder.NONE)) {
      assertThat(sent(proxy.uri(), GOOD)).isEqualTo(OK);
      assertThat(server.heard()).isEqualTo(GOOD);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\nHost: a\n\n",
        "GET /half HTTP/1.1\r\nHost:",
        "POST /half HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
      })
  void what_cannot_be_read_goes_through_to_the_byte(String request) throws IOException {
    try (ScriptedServer server = ScriptedServer.answering(OK, request.length());
        FilterProxy proxy = before(server, Filter.NONE, Recorder.NONE)) {
      assertThat(sent(proxy.uri(), request)).isEqualTo(OK);
      assertThat(server.heard()).isEqualTo(request);
    }
  }

  @Test
  void a_changed_answer_has_the_length_of_its_body() throws IOException {
    Filter filter =
        new Filter() {
          @Override
          public Answer answer(Request asked, Answer answer, Behind behind) {
            return answer.withBody("changed".getBytes(ISO_8859_1));
          }
        };
    try (ScriptedServer server = ScriptedServer.answering(OK, GOOD.length());
        FilterProxy proxy = before(server, filter, Recorder.NONE)) {
      assertThat(sent(proxy.uri(), GOOD))
          .isEqualTo("HTTP/1.1 200 OK\r\nx-odd: a\r\nContent-Length: 7\r\n\r\nchanged");
    }
  }

  @Test
  void the_caller_is_recorded_with_what_it_was_answered() throws IOException {
    List<String> recorded = new CopyOnWriteArrayList<>();
    Recorder recorder = (asked, answered) -> recorded.add(asked + " " + answered.status());
    try (ScriptedServer server = ScriptedServer.answering(OK, GOOD.length());
        FilterProxy proxy = before(server, Filter.NONE, recorder)) {
      sent(proxy.uri(), GOOD);
    }
    assertThat(recorded).containsExactly("GET /one 200");
  }

  @Test
  void a_server_that_says_nothing_and_hangs_up_does_so_here_too() throws IOException {
    try (ScriptedServer server = ScriptedServer.answering("", GOOD.length());
        FilterProxy proxy = before(server, Filter.NONE, Recorder.NONE)) {
      assertThat(sent(proxy.uri(), GOOD)).isEmpty();
    }
  }

  private static FilterProxy before(ScriptedServer server, Filter filter, Recorder recorder) {
    return FilterProxy.before(server.uri(), filter, new Nobody(), recorder);
  }

  private static String sent(URI server, String request) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private record Nobody() implements Behind {
    @Override
    public Answer send(Request request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> twin(String key) {
      return Optional.empty();
    }

    @Override
    public String stranger() {
      return "nobody";
    }

    @Override
    public String operator() {
      return "nobody";
    }

    @Override
    public Optional<String> account(String key) {
      return Optional.empty();
    }

    @Override
    public void take(String account, long credits) {}
  }
}
