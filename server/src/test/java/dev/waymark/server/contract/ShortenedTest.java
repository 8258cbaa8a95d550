package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ShortenedTest {
  @Property
  void what_is_shown_is_a_beginning_of_whole_characters(
      @ForAll int[] codePoints, @ForAll @IntRange(min = 1, max = 20) int most) {
    String text = text(codePoints);

    String shown = Shortened.of(text, most);

    assertThat(text).startsWith(shown);
    assertThat(shown.length()).isBetween(Math.min(text.length(), most - 1), most);
    assertThat(shown.codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }

  private static String text(int[] numbers) {
    StringBuilder text = new StringBuilder();
    for (int number : numbers) {
      int point = Math.floorMod(number, Character.MAX_CODE_POINT + 1);
      if (point < 0xD800 || point > 0xDFFF) {
        text.appendCodePoint(point);
      }
    }
    return text.toString();
  }
}
