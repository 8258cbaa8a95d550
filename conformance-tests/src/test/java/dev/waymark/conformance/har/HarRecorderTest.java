package dev.waymark.conformance.har;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is recorded can be judged like what was seen, and betrays nobody. */
final class HarRecorderTest {
  private static final String KEY = "wm_live_KnvrgbYuFxPw9pfAYUNPa5OCPdBPMmv4oG1904weCSo";
  private static final String OTHER = "wm_test_O4DlrBh1X1BqLWL9wXi2_VK_uMq1BmBxql6Ky6Q2BE0";

  @Test
  void what_was_written_is_read_as_it_was() {
    Exchange seen =
        Recorded.exchange(
            Request.post("/api/v1/quotes?a=%20b", "{\"model\":\"mosaic-1\"}").with("Accept", "*/*"),
            422,
            "{\"error\":\"INVALID_PARAMS\"}",
            5,
            17,
            "X-Error-Code",
            "INVALID_PARAMS",
            "Vary",
            "Accept",
            "Vary",
            "Authorization");
    Exchange read = Recorded.written(List.of(seen)).exchanges().getFirst();
    assertThat(read.request().target()).isEqualTo(seen.request().target());
    assertThat(read.request().headers()).containsAll(seen.request().headers());
    assertThat(read.request().body()).isEqualTo(seen.request().body());
    assertThat(read.headers().map()).isEqualTo(seen.headers().map());
    assertThat(read.body()).isEqualTo(seen.body());
    assertThat(read)
        .usingRecursiveComparison()
        .comparingOnlyFields("server", "status", "from", "until")
        .isEqualTo(seen);
  }

  @Test
  void a_key_is_the_same_pseudonym_wherever_it_stands_and_as_long_as_it_was() {
    Exchange made = withKey(KEY, "{\"key\":\"" + OTHER + "\"}");
    List<Exchange> read =
        Recorded.written(List.of(made, withKey(OTHER, "{}"), withKey(KEY, "{}"))).exchanges();
    String first = bearer(read.get(0));
    String second = bearer(read.get(1));
    assertThat(first).startsWith("Bearer wm_live_").hasSameSizeAs("Bearer " + KEY);
    assertThat(bearer(read.get(2))).isEqualTo(first);
    assertThat(read.get(0).text()).isEqualTo("{\"key\":\"" + second.substring(7) + "\"}");
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void no_key_no_prompt_and_no_media_is_written() {
    HarRecorder recorder = new HarRecorder("kit 1");
    recorder.accept(withKey(KEY, "{\"prompt\" : \"a \\\"secret\\\" lake\"}"));
    recorder.accept(
        Recorded.exchange(
            Request.post("/api/v1/generate", "{\"prompt\":\"a secret lake\"}")
                .with("Authorization", "Basic c2VjcmV0"),
            200,
            "PNG-secret",
            0,
            1,
            "Content-Type",
            "image/png",
            "Set-Cookie",
            "id=secret"));
    assertThat(recorder.har()).doesNotContain("secret", "lake", KEY, "c2VjcmV0");
  }

  @Test
  void media_is_as_long_as_it_was() {
    Exchange image =
        Recorded.exchange(
            Request.get("/api/v1/outputs/a.png"),
            200,
            "P".repeat(1234),
            0,
            1,
            "Content-Type",
            "image/png");
    assertThat(Recorded.written(List.of(image)).exchanges().getFirst().body()).hasSize(1234);
  }

  @Test
  void a_prompt_of_a_hundred_thousand_characters_is_no_trouble() {
    String prompt = "\\\"\\\\a".repeat(25_000);
    HarRecorder recorder = new HarRecorder("kit 1");
    recorder.accept(withKey(KEY, "{\"prompt\":\"" + prompt + "\"}"));
    assertThat(recorder.har()).doesNotContain("\\\\\\\"\\\\\\\\a");
  }

  private static Exchange withKey(String key, String body) {
    return Recorded.exchange(
        Request.get("/api/v1/account").with("Authorization", "Bearer " + key), 200, body, 0, 1);
  }

  private static String bearer(Exchange exchange) {
    return exchange.request().value("Authorization").orElse("");
  }
}
