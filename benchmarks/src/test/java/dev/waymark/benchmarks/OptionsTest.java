package dev.waymark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void what_is_not_said_is_quick() {
    Options options = options();

    assertThat(options.entries()).isEqualTo(100_000);
    assertThat(Options.PARTS).allMatch(options::has);
  }

  @Test
  void what_is_said_counts_whatever_comes_first() {
    Options options = options("--rounds=7", "--full", "--only=poll,growth", "--connections=1,64");

    assertThat(options.rounds()).isEqualTo(7);
    assertThat(options.entries()).isEqualTo(10_000_000);
    assertThat(options.time()).isEqualTo(Duration.ofSeconds(5));
    assertThat(options.connections()).containsExactly(1, 64);
    assertThat(options.has("poll")).isTrue();
    assertThat(options.has("start")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--fast",
        "poll",
        "--only=polls",
        "--rounds=0",
        "--rounds=x",
        "--seconds=",
        "--connections=1,,2"
      })
  void what_is_not_understood_is_refused(String argument) {
    assertThatIllegalArgumentException().isThrownBy(() -> options(argument));
  }

  private static Options options(String... arguments) {
    return Options.parse(List.of(arguments), Path.of("."));
  }
}
