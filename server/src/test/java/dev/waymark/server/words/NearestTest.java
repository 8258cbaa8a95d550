package dev.waymark.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
  private static final List<String> CODES =
      Arrays.stream(ErrorCode.values()).map(ErrorCode::name).toList();

  @Property
  void a_known_word_is_nearest_to_itself_whatever_its_capitals(@ForAll ErrorCode code) {
    String small = code.name().toLowerCase(Locale.ROOT);
    assertThat(Nearest.of(small, CODES)).contains(code.name());
    assertThat(Nearest.similarTo(small, CODES)).contains(code.name());
  }

  @Property
  void a_word_with_a_letter_less_is_still_recognised(
      @ForAll ErrorCode code, @ForAll @IntRange(max = 40) int place) {
    StringBuilder slipped =
        new StringBuilder(code.name()).deleteCharAt(place % code.name().length());
    assertThat(Nearest.similarTo(slipped.toString(), CODES)).contains(code.name());
  }

  @Property
  void some_known_word_is_nearest_to_any_other(@ForAll String word) {
    assertThat(Nearest.of(word, CODES)).get().isIn(CODES);
  }

  @Property
  void the_distance_is_the_same_both_ways_and_nothing_only_for_the_same_word(
      @ForAll @AlphaChars @NotEmpty String one, @ForAll @AlphaChars @NotEmpty String other) {
    int distance = EditDistance.between(one, other);
    assertThat(distance).isEqualTo(EditDistance.between(other, one));
    assertThat(distance == 0).isEqualTo(one.equals(other));
    assertThat(distance).isLessThanOrEqualTo(Math.max(one.length(), other.length()));
  }

  @ParameterizedTest
  @CsvSource({
    "RATE_LIMITED,         RATE_LIMIT",
    "RATE_LIMIT_EXCEEDED,  RATE_LIMIT",
    "CREDITS,              INSUFFICIENT_CREDITS",
    "UNAUTHORISED,         UNAUTHORIZED"
  })
  void what_was_meant_is_found(String word, String meant) {
    assertThat(Nearest.similarTo(word, CODES)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X", "KEY", "TEAPOT", "\uD83E\uDD8A", "SOMETHING_ELSE_ALTOGETHER"})
  void what_is_like_nothing_has_no_similar_word(String word) {
    assertThat(Nearest.similarTo(word, CODES)).isEmpty();
  }

  @Test
  void where_nothing_is_known_nothing_is_near() {
    assertThat(Nearest.of("atlas-1", List.of())).isEmpty();
  }

  @Test
  void a_question_is_only_asked_where_there_is_something_to_ask() {
    assertThat(DidYouMean.question("aspect-ratio", List.of("aspect_ratio", "seed")))
        .isEqualTo(" (did you mean aspect_ratio?)");
    assertThat(DidYouMean.question("colour", List.of("aspect_ratio", "seed"))).isEmpty();
  }
}
