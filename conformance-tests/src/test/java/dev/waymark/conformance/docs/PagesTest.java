package dev.waymark.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code has a page that tells all about it. */
@ExtendWith(SubjectExtension.class)
final class PagesTest {
  private final Subject subject;

  PagesTest(Subject subject) {
    this.subject = subject;
  }

  static Stream<CatalogueRow> rows() {
    return Contract.read().catalogue().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  @Rule({"DOC-01", "DOC-02"})
  void a_code_has_a_page_with_all_that_its_example_says(CatalogueRow row) throws IOException {
    DocsPage page = DocsPage.of(subject, row.code());
    String whole = page.blocks(row.status() == 0 ? "json" : "http").getFirst();
    JsonNode example = new ObjectMapper().readTree(whole.substring(whole.indexOf("{\n")));

    assertThat(example.path("error").asText()).isEqualTo(row.code());
    assertThat(page.text())
        .contains(row.title())
        .contains(example.path("message").asText())
        .contains(example.path("next").asText());
    row.extras()
        .forEach(extra -> assertThat(page.text()).contains(extra.name(), extra.description()));
    assertThat(example.path("docs_url").asText())
        .isEqualTo(subject.wire().server() + "/docs/errors/" + row.code());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  @Rule("DOC-02")
  void a_page_shows_every_shape_with_the_headers_of_a_real_answer(CatalogueRow row) {
    DocsPage page = DocsPage.of(subject, row.code());
    if (row.status() == 0) {
      assertThat(page.blocks("json")).hasSize(1);
      return;
    }
    assertThat(page.blocks("http"))
        .hasSize(5)
        .allSatisfy(answer ->
            assertThat(answer)
                .startsWith("HTTP/1.1 " + row.status() + " ")
                .contains("\nX-Error-Code: " + row.code() + "\n")
                .contains("\nX-Should-Retry: ")
                .contains("\nX-Request-Id: req_")
                .contains("/docs/errors/" + row.code() + ">; rel=\"help\"\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  @Rule("DOC-02")
  void a_page_names_every_operation_that_can_give_its_code(CatalogueRow row) {
    String text = DocsPage.of(subject, row.code()).text();
    for (Operation operation : subject.contract().operations()) {
      if (operation.codes().contains(row.code())) {
        assertThat(text).contains(operation.method() + " " + operation.path());
      }
    }
  }

  @Test
  @Rule("DOC-01")
  void the_index_leads_to_every_page() {
    Exchange index = subject.wire().send(Request.get("/docs/errors"));
    rows()
        .forEach(row -> {
          assertThat(index.text()).contains("href=\"/docs/errors/" + row.code() + "\"");
          assertThat(new DocsPage(index).text()).contains(row.title());
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/models/none", "/nowhere", "/api/v1/errors/none"})
  @Rule("DOC-01")
  void an_error_leads_to_its_page_by_itself(String path) {
    Exchange refused = subject.tenant().get(path);
    URI docs = URI.create(refused.json().path("docs_url").asText());

    assertThat(refused.require("Link")).isEqualTo("<" + docs + ">; rel=\"help\"");
    assertThat(subject.wire().send(Request.get(docs.getPath())).text())
        .contains("<h1><code>" + refused.code() + "</code></h1>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs/errors", "/docs/errors/RATE_LIMIT"})
  @Rule("DOC-03")
  void a_page_is_one_document_that_loads_and_runs_nothing(String path) {
    Exchange page = subject.wire().send(Request.get(path));

    assertThat(page.require("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(page.require("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.require("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'sha256-");
    assertThat(page.text())
        .contains("<html lang=\"en\">", "prefers-color-scheme: dark", "width=device-width")
        .doesNotContain("<script", "src=", "<link", " style=", "@import", "url(");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rate_limit", "NONE", "%3Cscript%3E"})
  @Rule("DOC-01")
  void a_code_that_is_none_has_no_page(String code) {
    assertThat(subject.wire().send(Request.get("/docs/errors/" + code)).code())
        .isEqualTo("ERROR_NOT_FOUND");
  }
}
