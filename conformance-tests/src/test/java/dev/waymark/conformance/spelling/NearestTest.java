package dev.waymark.conformance.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody may have meant. */
final class NearestTest {
  private static final List<String> KNOWN =
      List.of("RATE-01", "RATE-02", "IDEM-01", "operator-key");

  @Test
  void a_slip_of_the_pen_finds_its_word() {
    assertThat(Nearest.to("operatorkey", KNOWN, 1)).containsExactly("operator-key");
    assertThat(Nearest.to("rate-02", KNOWN, 1)).containsExactly("RATE-02");
    assertThat(Nearest.to("RTAE-01", KNOWN, 2)).containsExactly("RATE-01", "RATE-02");
  }

  @Test
  void a_part_finds_what_it_is_a_part_of() {
    assertThat(Nearest.to("IDEM", KNOWN, 3)).contains("IDEM-01");
  }

  @Test
  void what_is_near_nothing_finds_nothing() {
    assertThat(Nearest.to("something else entirely", KNOWN, 3)).isEmpty();
  }
}
