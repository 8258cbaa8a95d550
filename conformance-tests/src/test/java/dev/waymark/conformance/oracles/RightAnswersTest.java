package dev.waymark.conformance.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.ResponseExample;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer that the contract shows is one with which nothing is wrong. */
final class RightAnswersTest {
  static Stream<ResponseExample> examples() {
    return Reply.CONTRACT.operations().stream().flatMap(Reply::all);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void what_the_contract_shows_breaks_nothing(ResponseExample example) {
    assertThat(Reply.of(example).violations()).isEmpty();
  }
}
