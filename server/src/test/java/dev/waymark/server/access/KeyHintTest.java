package dev.waymark.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyHintTest {
  private static final String FORM = "wm_live_" + "a".repeat(43);

  @Property
  void a_hint_repeats_nothing_of_the_key_but_its_length(@ForAll String text) {
    assertThat(KeyHint.of(new KeyText("wm_live_" + text)).orElse("").replaceAll("\\d+", "n"))
        .isIn(
            "",
            "Keys of this server hold nothing but letters, digits, - and _.",
            "Keys of this server have n characters, and this one has n.");
    assertThat(KeyHint.of(new KeyText("sk-" + text)))
        .contains("Keys of this server begin with wm_live_ or wm_test_.");
  }

  @ParameterizedTest
  @CsvSource({"1, 50", "11, 40", "43, 8"})
  void a_key_that_was_cut_off_is_told_from_one_that_does_not_exist(int cutOff, int left) {
    assertThat(KeyHint.of(new KeyText(FORM.substring(0, FORM.length() - cutOff))))
        .contains("Keys of this server have 51 characters, and this one has %d.".formatted(left));
    assertThat(KeyHint.of(new KeyText(FORM))).isEmpty();
  }
}
