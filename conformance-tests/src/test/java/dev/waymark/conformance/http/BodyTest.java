package dev.waymark.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SubjectExtension.class)
final class BodyTest {
  private static final int MOST_BYTES = 65_536;

  private final Subject subject;

  BodyTest(Subject subject) {
    this.subject = subject;
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("truncated", "{\"model\":\"studio-1\",\"prompt\":\"x"),
        Arguments.of(
            "duplicate key", "{\"model\":\"studio-1\",\"model\":\"atlas-1\",\"prompt\":\"x\"}"),
        Arguments.of("a list", "[]"),
        Arguments.of("a text", "\"x\""),
        Arguments.of("a number", "7"),
        Arguments.of("null", "null"),
        Arguments.of("empty", ""),
        Arguments.of("blank", "  \n"),
        Arguments.of("two documents", Generate.body("x") + Generate.body("y")),
        Arguments.of("trailing text", Generate.body("x") + " x"),
        Arguments.of("single quotes", "{'model':'studio-1','prompt':'x'}"),
        Arguments.of("a comment", "{/*x*/\"model\":\"studio-1\",\"prompt\":\"x\"}"),
        Arguments.of("a trailing comma", "{\"model\":\"studio-1\",\"prompt\":\"x\",}"),
        Arguments.of("not a number", "{\"model\":\"studio-1\",\"prompt\":\"x\",\"seed\":NaN}"),
        Arguments.of("deep nesting", "{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}"),
        Arguments.of("deep and truncated", "{\"a\":".repeat(10_000)),
        Arguments.of("a long number", "{\"seed\":" + "9".repeat(60_000) + "}"),
        Arguments.of("a raw control character", "{\"model\":\"studio-1\",\"prompt\":\"a\tb\"}"),
        Arguments.of("XML", "<model/>"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  @Rule("HTTP-06")
  void what_is_not_one_json_object_is_unreadable(String name, String body) {
    Exchange refused = subject.tenant().post(Generate.PATH, body);
    assertThat(refused.code()).as(name).isEqualTo("MALFORMED_REQUEST");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"C328", "FF", "C0AF", "EDA080", "F5808080"})
  @Rule("HTTP-06")
  void what_is_not_utf_8_is_unreadable(String bytes) {
    String start = "{\"model\":\"studio-1\",\"prompt\":\"";
    byte[] body =
        (start + new String(HexFormat.of().parseHex(bytes), StandardCharsets.ISO_8859_1) + "\"}")
            .getBytes(StandardCharsets.ISO_8859_1);
    Exchange refused = subject.tenant().send(Request.post(Generate.PATH, "").withBody(body));
    assertThat(refused.code()).isEqualTo("MALFORMED_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE"})
  @Rule("HTTP-06")
  void another_encoding_than_utf_8_is_unreadable(String charset) {
    byte[] body = Generate.body("x").getBytes(Charset.forName(charset));
    Exchange refused = subject.tenant().send(Request.post(Generate.PATH, "").withBody(body));
    assertThat(refused.code()).isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  @Rule("HTTP-06")
  void half_a_surrogate_is_no_text() {
    Exchange refused =
        subject.tenant().post(Generate.PATH, "{\"model\":\"studio-1\",\"prompt\":\"a\\ud83eb\"}");
    assertThat(refused.code()).isEqualTo("MALFORMED_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e401", "1e99999999999", "0.001e-2147483647", "100e2147483647"})
  @Rule("HTTP-06")
  void a_number_beyond_reckoning_cannot_be_read(String number) {
    String body = "{\"model\":\"studio-1\",\"prompt\":\"x\",\"seed\":" + number + "}";
    Exchange refused = subject.tenant().post("/api/v1/quotes", body);
    assertThat(refused.code()).isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  @Rule("HTTP-05")
  void a_body_of_exactly_the_limit_is_read() {
    Exchange exchange = subject.tenant().post("/api/v1/quotes", padded(MOST_BYTES));
    assertThat(exchange.status()).isEqualTo(200);
  }

  @Test
  @Rule("HTTP-05")
  void a_body_of_exactly_the_limit_is_read_in_chunks_too() {
    Request request = Request.post("/api/v1/quotes", padded(MOST_BYTES)).inChunks();
    assertThat(subject.tenant().send(request).status()).isEqualTo(200);
  }

  @Test
  @Rule("HTTP-05")
  void one_byte_more_is_too_large() {
    Exchange refused = subject.tenant().post("/api/v1/quotes", padded(MOST_BYTES + 1));
    assertThat(refused.code()).isEqualTo("PAYLOAD_TOO_LARGE");
    assertThat(refused.json().path("max_bytes").asInt()).isEqualTo(MOST_BYTES);
  }

  @ParameterizedTest
  @ValueSource(ints = {MOST_BYTES + 1, 1_000_000, 20_000_000})
  @Rule("HTTP-05")
  void chunks_above_the_limit_are_too_large(int bytes) {
    Request request = Request.post("/api/v1/quotes", padded(bytes)).inChunks();
    assertThat(subject.tenant().send(request).code()).isEqualTo("PAYLOAD_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000_000, 20_000_000})
  @Rule("HTTP-05")
  void a_large_body_is_refused_by_its_length(int bytes) {
    Exchange refused = subject.tenant().post("/api/v1/quotes", padded(bytes));
    assertThat(refused.code()).isEqualTo("PAYLOAD_TOO_LARGE");
  }

  private static String padded(int bytes) {
    String body = Generate.body("x");
    return body + " ".repeat(bytes - body.length());
  }
}
