package dev.waymark.conformance.provoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue as data. */
@ExtendWith(SubjectExtension.class)
final class CatalogueTest {
  private static final String ERRORS = "/api/v1/errors";

  private final Subject subject;

  CatalogueTest(Subject subject) {
    this.subject = subject;
  }

  static Stream<CatalogueRow> rows() {
    return Contract.read().catalogue().stream();
  }

  @Test
  @Rule({"ERR-11", "LIST-01"})
  void pages_lead_through_the_whole_catalogue_in_its_order() {
    List<String> seen = new ArrayList<>();
    String query = "?limit=7";
    while (!query.isEmpty()) {
      Exchange page = subject.wire().send(Request.get(ERRORS + query));
      page.json().path("data").forEach(row -> seen.add(row.path("error").asText()));
      JsonNode cursor = page.json().path("next_cursor");
      query = cursor.isMissingNode() ? "" : "?limit=7&cursor=" + cursor.asText();
    }
    assertThat(seen).isEqualTo(rows().map(CatalogueRow::code).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  @Rule({"ERR-11", "ERR-12"})
  void a_row_says_what_the_contract_says(CatalogueRow row) {
    JsonNode served = subject.wire().send(Request.get(ERRORS + "/" + row.code())).json();
    assertThat(served.path("status").asInt(-1)).isEqualTo(row.status());
    assertThat(served.path("title").asText()).isEqualTo(row.title());
    assertThat(served.path("message").asText()).isEqualTo(row.message());
    assertThat(served.path("next").asText()).isEqualTo(row.next());
    assertThat(served.path("charge").asText()).isEqualTo(row.charge());
    assertThat(served.path("counts").asBoolean()).isEqualTo(row.counts());
    assertThat(served.path("since").asText()).isEqualTo(row.since());
    assertThat(served.at("/retry/strategy").asText()).isEqualTo(row.strategy());
    assertThat(served.path("extras").valueStream().map(extra -> extra.path("name").asText()))
        .containsExactlyElementsOf(row.extras().stream().map(CatalogueRow.Extra::name).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rate_limit", "NO_SUCH_CODE", "RATE_LIMIT%20", "%F0%9F%A6%8A"})
  @Rule("ERR-12")
  void a_code_that_is_none_is_not_found(String code) {
    assertThat(subject.wire().send(Request.get(ERRORS + "/" + code)).code())
        .isEqualTo("ERROR_NOT_FOUND");
  }

  @Test
  @Rule("ERR-12")
  void a_very_long_code_is_not_found_either() {
    String code = "%F0%9F%A6%8A".repeat(200);
    assertThat(subject.wire().send(Request.get(ERRORS + "/" + code)).code())
        .isEqualTo("ERROR_NOT_FOUND");
  }
}
