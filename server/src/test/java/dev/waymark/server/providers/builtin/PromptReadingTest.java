package dev.waymark.server.providers.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PromptReadingTest {

  @Test
  void known_words_are_found_whatever_their_case_or_number() {
    PromptReading reading = read("SNOWY Forests, at Midnight; purple & gold");

    assertThat(reading)
        .isEqualTo(
            new PromptReading(
                Hour.NIGHT, Land.FOREST, Weather.SNOW, List.of(Tint.PURPLE, Tint.YELLOW)));
  }

  @Test
  void the_first_word_of_a_kind_wins() {
    assertThat(read("a city by the sea").land()).isEqualTo(Land.CITY);
    assertThat(read("the sea before a city").land()).isEqualTo(Land.OCEAN);
  }

  @Test
  void words_inside_other_words_do_not_count() {
    assertThat(read("inseparable, bored, greenhouse").tints()).isEmpty();
  }

  @Test
  void what_is_left_open_depends_on_the_seed() {
    assertThat(LongStream.range(0, 40).mapToObj(seed -> read("", seed).hour()))
        .contains(Hour.values());
  }

  private static PromptReading read(String prompt) {
    return read(prompt, 1);
  }

  private static PromptReading read(String prompt, long seed) {
    return PromptReading.of(new Scene(prompt, Style.ATLAS, 256, 256, seed));
  }
}
