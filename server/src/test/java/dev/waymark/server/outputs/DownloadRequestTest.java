package dev.waymark.server.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.ids.GenerationId;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions against RFC 9110 (13.1.2, 13.1.5). */
class DownloadRequestTest {
  private static final String TAG = "\"0123\"";
  private static final Output OUTPUT =
      new Output(
          "out_1.png", new GenerationId("gen_1"), "image/png", 10, TAG, Instant.EPOCH, Instant.MAX);

  @Property
  void a_list_of_tags_matches_if_one_of_them_is_the_output_s_weak_or_not(
      @ForAll @Size(max = 4) List<@From("tags") String> tags,
      @ForAll("separators") String separator) {
    String header = String.join(separator, tags);

    assertThat(ifNoneMatch(header).has(TAG))
        .isEqualTo(tags.contains(TAG) || tags.contains("W/" + TAG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", " * "})
  void a_star_matches_any_output(String header) {
    assertThat(ifNoneMatch(header).has(TAG)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0123", "\"012\"", "w/\"0123\"", "\"a,*,b\"", "\"0123", "0123\""})
  void nothing_else_matches(String header) {
    assertThat(ifNoneMatch(header).has(TAG)).isFalse();
  }

  @Test
  void without_the_condition_nothing_matches() {
    assertThat(ifNoneMatch(null).has(TAG)).isFalse();
  }

  @Test
  void a_range_counts_without_if_range() {
    assertThat(ifRange(null).rangeOf(OUTPUT)).contains(new ByteRange(2, 4));
  }

  @Test
  void a_range_counts_if_if_range_names_this_output() {
    assertThat(ifRange(TAG).rangeOf(OUTPUT)).contains(new ByteRange(2, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W/\"0123\"",
        "\"9999\"",
        "*",
        "",
        "Thu, 01 Jan 2026 00:00:00 GMT",
        "\"9999\", \"0123\""
      })
  void a_range_does_not_count_if_if_range_names_anything_else(String header) {
    assertThat(ifRange(header).rangeOf(OUTPUT)).isEmpty();
  }

  private static DownloadRequest ifNoneMatch(@Nullable String header) {
    return new DownloadRequest("out_1.png", true, null, header, null);
  }

  private static DownloadRequest ifRange(@Nullable String header) {
    return new DownloadRequest("out_1.png", true, "bytes=2-4", null, header);
  }

  @Provide
  Arbitrary<String> tags() {
    return Combinators.combine(
            Arbitraries.of("", "W/"),
            Arbitraries.oneOf(
                Arbitraries.just(TAG),
                Arbitraries.strings()
                    .withChars("01*,/W")
                    .ofMaxLength(5)
                    .map(tag -> "\"" + tag + "\"")))
        .as(String::concat);
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of(",", ", ", " , ", "\t,");
  }
}
