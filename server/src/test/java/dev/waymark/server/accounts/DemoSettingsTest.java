package dev.waymark.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.waymark.server.contract.Rendering;
import dev.waymark.server.settings.ConfigurationFault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSettingsTest {
  @ParameterizedTest
  @EnumSource(Rendering.class)
  void every_rendering_can_be_set_by_its_word(Rendering rendering) {
    assertThat(new DemoSettings(true, List.of(), rendering.wireName()).rendering())
        .isEqualTo(rendering);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NATIVE", "json", "application/json"})
  void any_other_word_is_a_fault_that_names_the_right_ones(String word) {
    assertThatExceptionOfType(ConfigurationFault.class)
        .isThrownBy(() -> new DemoSettings(true, List.of(), word))
        .withMessage(
            "waymark.demo.error-format is %s: set it to one of native, problem, status, typed, plain.",
            word);
  }

  @Test
  void a_word_without_end_is_not_repeated_whole() {
    assertThatExceptionOfType(ConfigurationFault.class)
        .isThrownBy(() -> new DemoSettings(true, List.of(), "x".repeat(10_000)))
        .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(200));
  }
}
