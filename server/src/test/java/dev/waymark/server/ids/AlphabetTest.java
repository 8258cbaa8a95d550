package dev.waymark.server.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AlphabetTest {
  @Property
  void it_spells_what_has_no_other_characters(
      @ForAll("texts") String characters, @ForAll("texts") String text) {
    assertThat(Alphabet.of(characters).spells(text, 0))
        .isEqualTo(text.chars().allMatch(one -> characters.indexOf(one) >= 0));
  }

  @Test
  void it_tells_every_character_from_every_other() {
    for (char one = 0; one < 128; one++) {
      Alphabet alphabet = Alphabet.of(String.valueOf(one));
      for (char other = 0; other < 400; other++) {
        assertThat(alphabet.spells(String.valueOf(other), 0)).isEqualTo(one == other);
      }
    }
  }

  @Test
  void what_stands_before_does_not_matter() {
    assertThat(Alphabet.of("ab").spells("xyab", 2)).isTrue();
    assertThat(Alphabet.of("ab").spells("xyab", 1)).isFalse();
    assertThat(Alphabet.of("ab").spells("xy", 2)).isTrue();
  }

  @Test
  void it_has_characters_of_ascii_only() {
    assertThatIllegalArgumentException().isThrownBy(() -> Alphabet.of("aé"));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withCharRange('7', 'C').ofMaxLength(12);
  }
}
