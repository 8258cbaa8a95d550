package dev.waymark.conformance.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Studio;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.RawRequest;
import dev.waymark.conformance.wire.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads without a key, of one output. */
@ExtendWith(SubjectExtension.class)
final class OutputTest {
  private final Subject subject;
  private JsonNode generation = NullNode.getInstance();
  private Request download = Request.get("");
  private byte[] whole = new byte[0];
  private String entityTag = "";

  OutputTest(Subject subject) {
    this.subject = subject;
  }

  @BeforeEach
  void make_an_output() {
    generation = subject.tenant().finished("a picture");
    download = Request.get(URI.create(generation.path("output_url").asText()).getPath());
    Exchange exchange = subject.wire().send(download);
    whole = exchange.body();
    entityTag = exchange.require("ETag");
  }

  @Test
  @Rule("OUT-01")
  void head_knows_no_range() {
    Request head = download.withMethod("HEAD").with("Range", "bytes=0-1");
    Exchange exchange = subject.wire().send(head);
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.number("Content-Length")).isEqualTo(whole.length);
  }

  @Test
  @Rule("OUT-01")
  void the_bytes_come_with_type_and_length_and_need_no_key() throws IOException {
    Exchange exchange = subject.wire().send(download);
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.require("Content-Type")).isEqualTo("image/png");
    assertThat(exchange.number("Content-Length")).isEqualTo(whole.length);
    assertThat(ImageIO.read(new ByteArrayInputStream(exchange.body())).getWidth())
        .isEqualTo(Studio.SIDE);
  }

  @Test
  @Rule({"OUT-01", "HTTP-07"})
  void head_tells_what_get_would() {
    Exchange exchange = subject.wire().send(download.withMethod("HEAD"));
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.number("Content-Length")).isEqualTo(whole.length);
    assertThat(exchange.require("ETag")).isEqualTo(entityTag);
    Exchange got = subject.wire().send(download);
    for (String header : List.of("X-Content-Type-Options", "Last-Modified", "Cache-Control")) {
      assertThat(exchange.header(header)).as(header).isPresent().isEqualTo(got.header(header));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=10-19, 10, 20",
    "bytes=100-, 100, 99999999",
    "bytes=-5, -5, 99999999",
    "bytes=0-99999999, 0, 99999999",
    "bytes=-99999999, 0, 99999999",
    "Bytes=7-7, 7, 8"
  })
  @Rule("OUT-02")
  void a_range_gets_its_bytes(String range, int from, int to) {
    Exchange exchange = subject.wire().send(download.with("Range", range));
    int first = from < 0 ? whole.length + from : from;
    int end = Math.min(to, whole.length);
    assertThat(exchange.status()).isEqualTo(206);
    assertThat(exchange.body()).isEqualTo(Arrays.copyOfRange(whole, first, end));
    assertThat(exchange.require("Content-Range"))
        .isEqualTo("bytes %d-%d/%d".formatted(first, end - 1, whole.length));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"bytes=99999999-", "bytes=99999999-100000000", "bytes=-0"})
  @Rule("OUT-03")
  void a_range_outside_is_refused_with_the_length(String range) {
    Exchange exchange = subject.wire().send(download.with("Range", range));
    assertThat(exchange.code()).isEqualTo("RANGE_NOT_SATISFIABLE");
    assertThat(exchange.require("Content-Range")).isEqualTo("bytes */" + whole.length);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "bytes=0-1,5-6",
        "lines=0-1",
        "bytes=9-3",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "0-1",
        "bytes=0-1,",
        "bytes=99999999999999999999-",
        "bytes=1-2-3"
      })
  @Rule("OUT-04")
  void any_other_range_gets_the_whole_output(String range) {
    Exchange exchange = subject.wire().send(download.with("Range", range));
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.body()).isEqualTo(whole);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"TAG", "W/TAG", "\"other\", TAG", "*"})
  @Rule("OUT-05")
  void an_output_that_the_caller_has_is_not_sent_again(String tags) {
    Exchange exchange =
        subject.wire().send(download.with("If-None-Match", tags.replace("TAG", entityTag)));
    assertThat(exchange.status()).isEqualTo(304);
    assertThat(exchange.require("ETag")).isEqualTo(entityTag);
  }

  @Test
  @Rule("OUT-05")
  void tags_in_several_lines_are_one_list() {
    Request request = download.with("If-None-Match", "\"other\"").with("If-None-Match", entityTag);
    assertThat(subject.wire().send(request).status()).isEqualTo(304);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"\"other\"", "W/\"other\"", "TAG-unquoted"})
  @Rule("OUT-05")
  void an_output_that_the_caller_does_not_have_is_sent(String tags) {
    Exchange exchange = subject.wire().send(download.with("If-None-Match", tags));
    assertThat(exchange.status()).isEqualTo(200);
  }

  @Test
  @Rule("OUT-05")
  void not_modified_comes_before_the_range() {
    Request request = download.with("If-None-Match", entityTag).with("Range", "bytes=0-1");
    assertThat(subject.wire().send(request).status()).isEqualTo(304);
  }

  @Test
  @Rule("OUT-06")
  void a_range_of_this_very_output_is_served() {
    Request request = download.with("If-Range", entityTag).with("Range", "bytes=0-1");
    assertThat(subject.wire().send(request).status()).isEqualTo(206);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"\"other\"", "W/TAG", "Thu, 01 Jan 2026 00:00:00 GMT"})
  @Rule("OUT-06")
  void a_range_of_another_output_gets_the_whole_one(String tag) {
    Request request =
        download.with("If-Range", tag.replace("TAG", entityTag)).with("Range", "bytes=0-1");
    assertThat(subject.wire().send(request).body()).isEqualTo(whole);
  }

  @Test
  @Rule("OUT-07")
  void an_output_ends_when_it_was_said_to() {
    Instant end = Instant.parse(generation.path("output_expires_at").asText());
    subject.time().pass(Duration.between(subject.time().instant(), end).minusMillis(1));
    assertThat(subject.wire().send(download).status()).isEqualTo(200);
    subject.time().pass(Duration.ofMillis(1));
    Exchange gone = subject.wire().send(download);
    assertThat(gone.code()).isEqualTo("OUTPUT_EXPIRED");
    assertThat(gone.json().path("expired_at").asText()).isEqualTo(end.toString());
    assertThat(gone.json().path("generation_id")).isEqualTo(generation.path("generation_id"));
  }

  @Test
  @Rule("OUT-07")
  void an_output_that_was_swept_up_is_gone_and_not_unknown() {
    subject.time().pass(Duration.ofHours(24));
    subject.time().pass(Duration.ofDays(400));
    assertThat(subject.wire().send(download).code()).isEqualTo("OUTPUT_EXPIRED");
  }

  @Test
  @Rule("OUT-07")
  void head_of_an_ended_output_tells_the_code() {
    subject.time().pass(Duration.ofHours(24));
    assertThat(subject.wire().send(download.withMethod("HEAD")).code()).isEqualTo("OUTPUT_EXPIRED");
  }

  @Test
  @Rule("OUT-08")
  void a_name_has_256_random_bits() {
    String other = subject.tenant().finished("a picture").path("output_url").asText();
    assertThat(download.target()).matches("/api/v1/outputs/out_[A-Za-z0-9_-]{43}\\.png");
    assertThat(other).doesNotEndWith(download.target());
  }

  @ParameterizedTest
  @CsvSource({
    "\\.png$, ''",
    "\\.png$, .PNG",
    "out_, OUT_",
    "out_., out_*",
    "$, x",
    "/outputs/, /outputs/%00"
  })
  @Rule("OUT-08")
  void a_name_that_is_nearly_right_finds_nothing(String pattern, String replacement) {
    Request request = download.withTarget(download.target().replaceFirst(pattern, replacement));
    assertThat(subject.wire().send(request).code()).isEqualTo("OUTPUT_NOT_FOUND");
  }

  @Test
  @Rule("OUT-09")
  void private_caches_may_keep_it_until_its_end() {
    subject.time().pass(Duration.ofHours(1));
    Instant end = Instant.parse(generation.path("output_expires_at").asText());
    assertThat(subject.wire().send(download).require("Cache-Control"))
        .isEqualTo(
            "private, max-age=%d, immutable"
                .formatted(Duration.between(subject.time().instant(), end).toSeconds()));
  }

  @Test
  @Rule("OUT-10")
  void the_address_begins_with_the_one_that_was_called() {
    assertThat(generation.path("output_url").asText()).startsWith(subject.wire().server() + "/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example/x?", "a b", "<script>", "user@evil.example", "evil.example#"})
  @Rule("SEC-03")
  void a_host_that_is_none_is_not_repeated(String host) {
    var tenant = subject.tenant();
    String id = tenant.finished("a picture").path("generation_id").asText();
    Exchange exchange =
        subject
            .wire()
            .sendRaw(
                RawRequest.head(
                    "GET /api/v1/generations/" + id + " HTTP/1.1",
                    "Host: " + host,
                    "Authorization: " + tenant.authorization()));
    assertThat(exchange.json().path("output_url").asText(subject.wire().server().toString()))
        .startsWith(subject.wire().server().toString());
  }
}
