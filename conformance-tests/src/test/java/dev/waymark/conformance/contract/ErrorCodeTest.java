package dev.waymark.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.errors.ErrorCode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The catalogue as compiled is the catalogue as written: nobody builds against an older one. */
final class ErrorCodeTest {
  static final List<CatalogueRow> CATALOGUE = Contract.read().catalogue();

  @Test
  void the_codes_are_those_of_the_catalogue_in_its_order() {
    assertThat(ErrorCode.values())
        .extracting(ErrorCode::name)
        .containsExactlyElementsOf(CATALOGUE.stream().map(CatalogueRow::code).toList());
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("CATALOGUE")
  void a_code_says_what_its_row_says(CatalogueRow row) {
    ErrorCode code = ErrorCode.valueOf(row.code());
    assertThat(code.status()).isEqualTo(row.status());
    assertThat(code.jobOnly()).isEqualTo(row.status() == 0);
    assertThat(code.title()).isEqualTo(row.title());
    assertThat(code.messageTemplate()).isEqualTo(row.message());
    assertThat(code.nextTemplate()).isEqualTo(row.next());
    assertThat(code.charge().wireName()).isEqualTo(row.charge());
    assertThat(code.counts()).isEqualTo(row.counts());
    assertThat(code.since()).isEqualTo(row.since());
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("CATALOGUE")
  void a_code_has_the_extras_of_its_row(CatalogueRow row) {
    assertThat(ErrorCode.valueOf(row.code()).extras())
        .extracting(
            extra ->
                new CatalogueRow.Extra(
                    extra.name(),
                    extra.type().name().toLowerCase(Locale.ROOT),
                    extra.description(),
                    extra.optional()))
        .isEqualTo(row.extras());
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("CATALOGUE")
  void a_code_is_retried_as_its_row_says(CatalogueRow row) {
    ErrorCode code = ErrorCode.valueOf(row.code());
    assertThat(code.strategy().wireName()).isEqualTo(row.strategy());
    assertThat(code.event()).isEqualTo(row.retry().path("event").asText(null));
    assertThat(code.afterMillis()).isEqualTo(number(row.retry().get("after_ms")));
    assertThat(code.baseMillis()).isEqualTo(number(row.retry().get("base_ms")));
    assertThat(code.maxMillis()).isEqualTo(number(row.retry().get("max_ms")));
  }

  private static @Nullable Long number(@Nullable JsonNode node) {
    return node == null ? null : node.longValue();
  }
}
