package dev.waymark.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.conformance.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed error-matrix.json is what the contract says, so that each change of it is seen. */
final class GoldenMatrixTest {
  private static final Path COMMITTED = Path.of("error-matrix.json");
  private static final String COMMAND =
      "./waymark-conformance matrix --out conformance-tests/error-matrix.json";

  private final ErrorMatrix now = ErrorMatrix.of(Contract.read());

  @Test
  void the_committed_matrix_is_up_to_date() throws IOException {
    String committed = Files.readString(COMMITTED);
    assertThat(Changes.between(ErrorMatrix.parsed(committed), now))
        .as(
            "error-matrix.json is not what the contract says; look at the changes, then: %s",
            COMMAND)
        .isEmpty();
    assertThat(committed).as("to write it: %s", COMMAND).isEqualTo(now.json());
  }

  @Test
  void what_was_written_is_read_as_it_was() {
    assertThat(ErrorMatrix.parsed(now.json())).isEqualTo(now);
  }

  @Test
  void it_has_every_code_of_every_operation() {
    assertThat(now.operations()).hasSize(Contract.read().operations().size());
    assertThat(now.operations())
        .flatExtracting(ErrorMatrix.Errors::errors)
        .extracting(Answer::code)
        .contains("PROVIDER_TIMEOUT", "RATE_LIMIT", "OVERLOADED");
  }

  @Test
  void something_else_is_refused_with_a_reason() {
    assertThatThrownBy(() -> ErrorMatrix.parsed("[1]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("it is no error matrix: ");
    assertThatThrownBy(() -> ErrorMatrix.parsed("{\"operations\": [{\"operation\": \"a\"}]}"))
        .hasMessageContaining("method");
  }
}
