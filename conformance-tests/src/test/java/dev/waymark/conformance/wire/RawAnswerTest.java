package dev.waymark.conformance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RawAnswerTest {
  private static final String START =
      "HTTP/1.1 408 Request Timeout\r\nContent-Type: text/plain\r\n";

  @Property
  void a_body_in_chunks_is_read_whole(
      @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 300) Integer> sizes) throws IOException {
    StringBuilder chunks = new StringBuilder(START).append("Transfer-Encoding: chunked\r\n\r\n");
    StringBuilder body = new StringBuilder();
    for (int size : sizes) {
      String chunk = "\n".repeat(size);
      body.append(chunk);
      chunks.append(Integer.toHexString(size)).append("\r\n").append(chunk).append("\r\n");
    }
    RawAnswer answer = read(chunks + "0\r\n\r\nwhat comes after it", false);

    assertThat(new String(answer.body(), ISO_8859_1)).isEqualTo(body.toString());
    assertThat(answer.status()).isEqualTo(408);
  }

  @Example
  void a_body_without_a_length_ends_with_the_connection() throws IOException {
    assertThat(read(START + "Connection: close\r\n\r\nbody", false).body()).hasSize(4);
  }

  @Example
  void a_body_has_the_length_that_was_told() throws IOException {
    assertThat(read(START + "Content-Length: 3\r\n\r\nbody", false).body()).hasSize(3);
    assertThatThrownBy(() -> read(START + "Content-Length: 5\r\n\r\nbody", false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cut off");
  }

  @Example
  void head_is_answered_without_a_body() throws IOException {
    assertThat(read(START + "Content-Length: 3\r\n\r\n", true).body()).isEmpty();
  }

  @Example
  void a_last_answer_says_so() throws IOException {
    assertThat(read(START + "Connection: Close\r\n\r\n", true).isLast()).isTrue();
    assertThat(read(START + "\r\n", true).isLast()).isFalse();
  }

  @Example
  void headers_whose_names_differ_in_capitals_only_are_one() throws IOException {
    RawAnswer answer = read(START + "Vary: Accept\r\nvary: Authorization\r\n\r\n", true);

    assertThat(answer.headers().allValues("Vary")).containsExactly("Accept", "Authorization");
  }

  @Example
  void interim_answers_are_read_past() throws IOException {
    String hints = "HTTP/1.1 103 Early Hints\r\nLink: </docs>; rel=preload\r\n\r\n";
    RawAnswer answer = read("HTTP/1.1 100 \r\n\r\n" + hints + START + "\r\nbody", false);

    assertThat(answer.status()).isEqualTo(408);
    assertThat(answer.headers().map()).containsOnlyKeys("Content-Type");
    assertThat(answer.body()).hasSize(4);
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "",
        "SSH-2.0\r\n",
        START + "no header\r\n\r\n",
        START + "Content-Length: -1\r\n\r\n",
        START + "Content-Length: 99999999999\r\n\r\n",
        START + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n"
      })
  void what_is_no_answer_is_said_to_be_none(String text) {
    assertThatThrownBy(() -> read(text, false)).isInstanceOf(IOException.class);
  }

  @Property
  void whatever_follows_the_start_it_is_an_answer_or_said_to_be_none(
      @ForAll @CharRange(from = '\0', to = 'ÿ') String text) {
    Throwable thrown = catchThrowable(() -> read(START + text, false));

    assertThat(thrown == null || thrown instanceof IOException).as("%s", thrown).isTrue();
  }

  private static RawAnswer read(String text, boolean isBodiless) throws IOException {
    return RawAnswer.read(new ByteArrayInputStream(text.getBytes(ISO_8859_1)), isBodiless);
  }
}
