package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.client.ScriptedServer.Answer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever answers, the caller meets one exception. */
final class AnyAnswerTest {

  @SuppressWarnings("NullAway.Init")
  private static ScriptedServer server;

  @SuppressWarnings("NullAway.Init")
  private static WaymarkClient waymark;

  @BeforeContainer
  static void start() {
    server = new ScriptedServer();
    waymark = server.client().build();
  }

  @AfterContainer
  static void stop() {
    waymark.close();
    server.close();
  }

  @Property(tries = 300)
  void any_status_with_any_body_is_a_waymark_exception_of_that_status(
      @ForAll @IntRange(min = 400, max = 599) int status, @ForAll("bodies") byte[] body) {
    server.answer(Answer.of(status, body));

    Throwable thrown = catchThrowable(() -> waymark.generations().get("gen_1"));

    assertThat(thrown).isInstanceOf(RefusedException.class);
    assertThat(((RefusedException) thrown).status()).isEqualTo(status);
    assertThat(((RefusedException) thrown).code()).isNotEmpty();
  }

  @Property(tries = 100)
  void a_refusal_cut_off_anywhere_keeps_its_status_and_headers(
      @ForAll @IntRange(min = 0, max = 300) int length) {
    String whole = Contract.text(Contract.example("RATE_LIMIT"));
    String part = whole.substring(0, Math.min(length, whole.length() - 1));
    server.answer(
        Answer.of(429, part).cutOffBefore(whole.length()).with("X-Error-Code", "RATE_LIMIT"));

    Throwable thrown = catchThrowable(() -> waymark.generations().get("gen_1"));

    assertThat(thrown).isInstanceOf(RefusedException.class);
    assertThat(((RefusedException) thrown).status()).isEqualTo(429);
    assertThat(((RefusedException) thrown).code()).isEqualTo("RATE_LIMIT");
  }

  @Property(tries = 100)
  void request_ids_and_extras_survive(
      @ForAll @AlphaChars @StringLength(min = 1, max = 64) String requestId,
      @ForAll @LowerChars @StringLength(min = 8, max = 20) String name,
      @ForAll("values") Object value) {
    ObjectNode body = Contract.example("RATE_LIMIT").put("request_id", requestId);
    body.putPOJO(name, value);
    server.answer(Answer.of(429, body));

    Throwable thrown = catchThrowable(() -> waymark.generations().get("gen_1"));

    RefusedException refusal = (RefusedException) thrown;
    assertThat(refusal.requestId()).contains(requestId);
    assertThat(refusal.extras()).containsEntry(name, value);
  }

  @Provide
  Arbitrary<byte[]> bodies() {
    String example = Contract.text(Contract.example("INVALID_PARAMS"));
    return Arbitraries.oneOf(
        Arbitraries.bytes().array(byte[].class).ofMaxSize(300),
        text(Arbitraries.strings().ofMaxLength(200)),
        text(Arbitraries.integers().between(0, example.length()).map(example::substring)),
        text(Arbitraries.integers().between(0, example.length()).map(n -> example.substring(0, n))),
        text(
            Arbitraries.of(fields())
                .tuple2()
                .map(pair -> "{" + pair.get1() + "," + pair.get2() + "}")),
        text(
            Arbitraries.of(
                "null", "[]", "{}", "7", "\"x\"", "[".repeat(5000), "{\"a\":".repeat(5000))));
  }

  private static Arbitrary<byte[]> text(Arbitrary<String> text) {
    return text.map(one -> one.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String[] fields() {
    return new String[] {
      "\"error\":null",
      "\"error\":{\"type\":\"x\",\"message\":\"y\"}",
      "\"error\":\"Not Found\"",
      "\"message\":7",
      "\"next\":[]",
      "\"request_id\":{}",
      "\"retry\":\"later\"",
      "\"retry\":{\"strategy\":\"after_delay\",\"after_ms\":-1}",
      "\"retry\":{\"strategy\":\"after_delay\",\"after_ms\":9223372036854775807}",
      "\"retry\":{\"strategy\":\"backoff\",\"base_ms\":1e999999}",
      "\"retry\":{\"strategy\":\"after_event\",\"event\":\"x\",\"resets_at\":\"tomorrow\"}",
      "\"charge\":{\"state\":\"gone\",\"credits\":1}",
      "\"charge\":{\"state\":\"held\",\"credits\":1.5}",
      "\"n\":" + "9".repeat(900),
      "\"n\":1e-999999999",
      "\"s\":\"" + "x".repeat(200_000) + "\""
    };
  }

  @Provide
  Arbitrary<Object> values() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(50).map(Object.class::cast),
        Arbitraries.integers().map(Object.class::cast),
        Arbitraries.of(true, false).map(Object.class::cast),
        Arbitraries.integers().list().ofMaxSize(5).map(Object.class::cast));
  }
}
