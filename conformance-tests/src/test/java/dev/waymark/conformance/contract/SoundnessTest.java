package dev.waymark.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A contract that nothing can be judged by is told so once, at the start, in one sentence. */
final class SoundnessTest {
  private static final String SOUND =
      """
      openapi: 3.1.0
      paths:
        /things:
          get:
            operationId: listThings
            x-errors: [BROKEN]
            responses:
              '200': { description: All of them }
              '500': { $ref: '#/components/responses/Broken' }
              default: { description: Anything else }
      components:
        responses:
          Broken: { $ref: '#/components/responses/Failed' }
          Failed: { description: It failed, content: { application/json: { example: { $ref: 7 } } } }
      x-error-catalogue:
        - { code: BROKEN, status: 500, retry: { strategy: never } }
      """;

  @TempDir Path folder;

  @Test
  void a_small_contract_will_do() throws IOException {
    Contract contract = Contract.read(written(SOUND));
    assertThat(contract.operations()).hasSize(1);
    assertThat(contract.operation("listThings").responses())
        .extracting(Response::status)
        .containsExactly(200, 500);
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "openapi: 3.1.0 | swagger: 2.0 | is no OpenAPI 3 document",
        "paths: | ways: | has no paths",
        "get: | fetch: | has no operations",
        "operationId: listThings | summary: List | GET /things has no operationId",
        "x-error-catalogue: | x-errors: | has no x-error-catalogue",
        "code: BROKEN | name: BROKEN | without code, status or retry.strategy",
        "status: 500 | status: five | without code, status or retry.strategy",
        "strategy: never | kind: never | without code, status or retry.strategy",
        "x-errors: [BROKEN] | x-errors: [OTHER] | has no row for OTHER of listThings",
        "responses/Broken' | responses/Torn' | has nothing at #/components/responses/Torn",
        "responses/Failed' | responses/Broken' | goes round in circles",
        "'#/components/responses/Broken' | 'other.yaml#/x' | refers to other.yaml#/x, outside of itself",
      })
  void what_is_missing_is_told_with_the_file(String right, String wrong, String told)
      throws IOException {
    assertThat(SOUND).contains(right);
    Path file = written(SOUND.replace(right, wrong));
    assertThatThrownBy(() -> Contract.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told)
        .hasMessageStartingWith(file.toString());
  }

  @Test
  void what_stands_there_twice_is_told() throws IOException {
    Path rows = written(SOUND + "  - { code: BROKEN, status: 503, retry: { strategy: never } }\n");
    assertThatThrownBy(() -> Contract.read(rows)).hasMessageContaining("two rows for [BROKEN]");
    String put =
        "    put:\n      operationId: listThings\n      responses: { '200': {} }\ncomponents:";
    Path operations = written(SOUND.replace("components:", put));
    assertThatThrownBy(() -> Contract.read(operations))
        .hasMessageContaining("listThings is there twice");
    Path silent = written(SOUND.replace("'200'", "2XX").replace("'500'", "5XX"));
    assertThatThrownBy(() -> Contract.read(silent))
        .hasMessageContaining("listThings documents no status");
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {"", "[]", "null", "7", "<html>", "{", "a: b: c", "\t- x", "paths: {/: 7}"})
  void what_is_no_contract_at_all_is_told(String text) throws IOException {
    Path file = written(text);
    assertThatThrownBy(() -> Contract.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file.toString());
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("contract.yaml"), text, StandardCharsets.UTF_8);
  }
}
