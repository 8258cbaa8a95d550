package dev.waymark.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code x-errors}, the documented responses and the catalogue name the same codes. */
final class DeclaredErrorsTest {
  private static final Contract CONTRACT = Contract.read();
  static final List<CatalogueRow> CATALOGUE = CONTRACT.catalogue();

  /** A code under an operation's {@code x-errors}. */
  record DeclaredError(Operation operation, CatalogueRow row) {
    @Override
    public String toString() {
      return "%s %d %s".formatted(operation, row.status(), row.code());
    }
  }

  static Stream<DeclaredError> declaredErrors() {
    return CONTRACT.operations().stream()
        .flatMap(operation ->
            operation.codes().stream()
                .map(code -> new DeclaredError(operation, CONTRACT.row(code))));
  }

  static Stream<ResponseExample> documentedErrors() {
    return CONTRACT.operations().stream()
        .flatMap(operation -> operation.errors().stream())
        .flatMap(response -> response.examples().stream());
  }

  @ParameterizedTest
  @MethodSource("declaredErrors")
  void a_declared_code_has_an_example_under_its_status(DeclaredError declared) {
    String code = declared.row().code();
    assertThat(declared.operation().errors())
        .filteredOn(response -> response.status() == declared.row().status())
        .flatExtracting(Response::examples)
        .filteredOn(example -> example.name().equals(code))
        .as("%s", declared)
        .isNotEmpty()
        .allSatisfy(example -> assertThat(example.value().path("error").asText()).isEqualTo(code));
  }

  @ParameterizedTest
  @MethodSource("documentedErrors")
  void a_documented_example_is_a_declared_code_of_that_status(ResponseExample example) {
    Response response = example.response();
    assertThat(response.operation().codes()).as("%s", example).contains(example.name());
    assertThat(CONTRACT.row(example.name()).status())
        .as("%s", example)
        .isEqualTo(response.status());
  }

  @ParameterizedTest
  @FieldSource("CATALOGUE")
  void a_row_of_the_catalogue_is_answered_by_some_operation_or_belongs_to_generations(
      CatalogueRow row) {
    boolean answered =
        CONTRACT.operations().stream()
            .anyMatch(operation -> operation.codes().contains(row.code()));
    assertThat(answered).as("%s", row).isEqualTo(row.status() != 0);
  }

  @Test
  void no_code_stands_twice() {
    assertThat(CATALOGUE).extracting(CatalogueRow::code).doesNotHaveDuplicates();
    assertThat(CONTRACT.operations())
        .allSatisfy(
            operation -> assertThat(operation.codes()).as("%s", operation).doesNotHaveDuplicates());
  }
}
