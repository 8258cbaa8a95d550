package dev.waymark.server.providers.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HuffmanCodeTest {

  @Test
  void the_more_frequent_symbol_gets_no_longer_code() {
    HuffmanCode code = new HuffmanCode(new int[] {1, 50, 7, 20});

    assertThat(code.length(1)).isEqualTo(1);
    assertThat(code.length(3)).isEqualTo(2);
    assertThat(code.length(0)).isEqualTo(3);
    assertThat(code.length(2)).isEqualTo(3);
  }

  @Test
  void a_symbol_that_does_not_occur_gets_no_code() {
    assertThat(new HuffmanCode(new int[] {3, 0, 2}).length(1)).isZero();
  }

  /** Fibonacci counts make the deepest tree there is: 30 levels here. */
  @Test
  void no_code_is_longer_than_deflate_allows() {
    int[] counts = new int[31];
    counts[0] = 1;
    counts[1] = 1;
    for (int i = 2; i < counts.length; i++) {
      counts[i] = counts[i - 1] + counts[i - 2];
    }
    HuffmanCode code = new HuffmanCode(counts);

    double space = 0;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      assertThat(code.length(symbol)).isBetween(1, 15);
      space += Math.pow(2, -code.length(symbol));
    }
    assertThat(space).as("a complete code uses all of its space").isEqualTo(1);
  }
}
