package dev.waymark.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CreditsTest {
  @Property
  void what_was_added_can_be_taken_away(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long first,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long second) {
    Credits start = new Credits(first);

    assertThat(start.plus(new Credits(second)).minus(new Credits(second))).isEqualTo(start);
  }

  @Test
  void credits_are_never_negative() {
    assertThatThrownBy(() -> new Credits(-1)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Credits.ZERO.minus(new Credits(1)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void a_sum_that_is_too_large_fails_instead_of_wrapping_around() {
    Credits most = new Credits(Long.MAX_VALUE);

    assertThatThrownBy(() -> most.plus(new Credits(1))).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void fewer_credits_come_first() {
    assertThat(new Credits(2)).isLessThan(new Credits(10));
  }
}
