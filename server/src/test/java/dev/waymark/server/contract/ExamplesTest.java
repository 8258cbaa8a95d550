package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code has an example, and the sentences made of its values are those that it shows. */
class ExamplesTest {
  private static final Contract CONTRACT = new Contract();
  private static final Examples EXAMPLES = new Examples(CONTRACT);

  @ParameterizedTest
  @EnumSource
  void an_example_has_all_that_its_code_must_carry(ErrorCode code) {
    ApiError error = EXAMPLES.of(code);
    assertThat(error.code()).isEqualTo(code);
    code.extras().stream()
        .filter(extra -> !extra.optional())
        .forEach(extra -> assertThat(error.extras()).containsKey(extra.name()));
  }

  @ParameterizedTest
  @EnumSource
  void its_sentences_stand_in_the_contract_word_for_word(ErrorCode code) {
    String shown = CONTRACT.node("/components/examples").toString();
    assertThat(shown).contains(EXAMPLES.of(code).message()).contains(EXAMPLES.of(code).next());
  }
}
