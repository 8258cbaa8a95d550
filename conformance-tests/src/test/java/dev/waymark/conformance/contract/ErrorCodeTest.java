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

  @ParameterizedTest
  @FieldSource("CATALOGUE")
  void a_code_says_what_its_row_says(CatalogueRow row) {
    ErrorCode code = ErrorCode.valueOf(row.code());
    assertThat(code.status()).as("%s", row).isEqualTo(row.status());
    assertThat(code.jobOnly()).as("%s", row).isEqualTo(row.status() == 0);
    assertThat(code.title()).as("%s", row).isEqualTo(row.title());
    assertThat(code.messageTemplate()).as("%s", row).isEqualTo(row.message());
    assertThat(code.nextTemplate()).as("%s", row).isEqualTo(row.next());
    assertThat(code.charge().wireName()).as("%s", row).isEqualTo(row.charge());
    assertThat(code.counts()).as("%s", row).isEqualTo(row.counts());
    assertThat(code.since()).as("%s", row).isEqualTo(row.since());
  }

  @ParameterizedTest
  @FieldSource("CATALOGUE")
  void a_code_has_the_extras_of_its_row(CatalogueRow row) {
    assertThat(ErrorCode.valueOf(row.code()).extras())
        .extracting(extra ->
            new CatalogueRow.Extra(
                extra.name(),
                extra.type().name().toLowerCase(Locale.ROOT),
                extra.description(),
                extra.optional()))
        .isEqualTo(row.extras());
  }

  @ParameterizedTest
  @FieldSource("CATALOGUE")
  void a_code_is_retried_as_its_row_says(CatalogueRow row) {
    ErrorCode code = ErrorCode.valueOf(row.code());
    assertThat(code.strategy().wireName()).as("%s", row).isEqualTo(row.strategy());
    assertThat(code.event()).as("%s", row).isEqualTo(row.retry().path("event").asText(null));
    assertThat(code.afterMillis()).as("%s", row).isEqualTo(number(row.retry().get("after_ms")));
    assertThat(code.baseMillis()).as("%s", row).isEqualTo(number(row.retry().get("base_ms")));
    assertThat(code.maxMillis()).as("%s", row).isEqualTo(number(row.retry().get("max_ms")));
  }

  private static @Nullable Long number(@Nullable JsonNode node) {
    return node == null ? null : node.longValue();
  }
}
