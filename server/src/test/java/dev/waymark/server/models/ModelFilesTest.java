package dev.waymark.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.server.files.YamlFile;
import dev.waymark.server.settings.ConfigurationFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFilesTest {
  private static final String GOOD =
      """
      slug: a-1
      name: A
      description: Something.
      kind: image
      provider: builtin
      restricted: false
      limits: {prompt_characters: 2000, timeout_seconds: 60}
      parameters:
        type: object
        additionalProperties: false
        properties:
          size: {type: string, enum: [S, L], default: S}
          fast: {type: boolean, default: false}
          seed: {type: integer, minimum: 0, maximum: 9}
      prices:
        - {when: {size: S}, credits: 1}
        - {when: {size: L, fast: false}, credits: 2}
        - {when: {size: L, fast: true}, credits: 3}
      settings: {style: ATLAS}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slug: a-1           | slug: A 1             | slug: must match the pattern ^[a-z][a-z0-9.-]*$
          name: A             | title: A              | name: is missing (and 1 more)
          name: A             | {name: A, name: B}    | line 3 cannot be read: could not find expected ':'
          name: A             | slug: b-1             | line 2 cannot be read: Duplicate field 'slug'
          kind: image         | kind: video           | kind: must be image
          restricted: false   | restricted: maybe     | restricted: must be true or false
          timeout_seconds: 60 | timeout_seconds: 0    | limits.timeout_seconds: must be a whole number from 1 to 3600
          timeout_seconds: 60 | timeout: 60           | limits.timeout: is not known here (did you mean timeout_seconds?); known are prompt_characters, timeout_seconds (and 1 more)
          type: string        | type: strin           | parameters.properties.size.type: must be a list, or must be one of array, boolean, integer, null, number, object, string
          enum: [S            | choices: [S           | parameters.properties.size.choices: is not known here; known are title, description, examples, default, type, enum, const, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, minLength, maxLength, pattern, format, minItems, maxItems, uniqueItems, items, required, properties, additionalProperties
          enum: [S            | pattern: '[', enum: [S| parameters.properties.size.pattern: must be a regular expression
          enum: [S, L]        | enum: [S, 1]          | parameters.properties.size.enum[1]: must be text
          default: S          | default: XL           | parameters.properties.size.default: must be one of S, L
          default: S          | title: Size           | parameters.properties.size: must have a default or be required, since prices depend on it
          enum: [S, L]        | minLength: 1          | parameters.properties.size: must list its values in enum, since prices depend on it
          size: {             | model: {              | parameters.properties.model: has a name that is not allowed here
          minimum: 0, m       | m                     | parameters.properties.seed.minimum: is missing
          minimum: 0          | minimum: 10           | parameters.properties.seed.maximum: must be at least its minimum
          type: object        | {}                    | line 10 cannot be read: expected <block end>, but found '<block mapping start>'
          credits: 1          | credits: 1.5          | prices[0].credits: must be a whole number from 0 to 9007199254740991
          credits: 1          | cost: 1               | prices[0].cost: is not known here; known are when, credits (and 1 more)
          size: S}            | colour: red}          | prices[0].when.colour: is not a parameter of this model; it has size, fast, seed
          size: S}            | size: M}              | prices[0].when.size: must be one of S, L
          size: S}            | size: [S]}            | prices[0].when.size: must be text or a whole number or true or false
          size: S}            | size: S, fast: true}  | prices: must have a row for fast false with size S
          fast: true}         | fast: false}          | prices[2]: must not price fast false with size L, which prices[1] does already (and 1 more)
          size: S}            | }                     | prices[1]: must not price fast false with size L, which prices[0] does already (and 1 more)
          """)
  void a_wrong_file_gives_one_line(String right, String wrong, String line) {
    assertThat(GOOD).contains(right);

    assertThatThrownBy(() -> read(GOOD.replaceFirst("\\Q" + right + "\\E", wrong)))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessage("a.yaml: " + line);
  }

  @Test
  void a_right_file_gives_a_model() {
    assertThat(read(GOOD))
        .singleElement()
        .satisfies(model -> {
          assertThat(model.slug()).isEqualTo("a-1");
          assertThat(model.limits()).isEqualTo(new ModelLimits(2000, 60));
          assertThat(model.prices()).hasSize(3);
          assertThat(model.settings()).hasToString("{\"style\":\"ATLAS\"}");
        });
  }

  @Test
  void a_price_that_depends_on_nothing_covers_everything() {
    String flat = GOOD.replaceFirst("(?s)prices:.*", "prices: [{when: {}, credits: 5}]\n");

    assertThat(read(flat))
        .singleElement()
        .satisfies(model -> assertThat(model.prices()).hasSize(1));
    assertThatThrownBy(() -> read(flat.replace("5}", "5}, {when: {}, credits: 6}")))
        .hasMessage(
            "a.yaml: prices[1]: must not price all parameters, which prices[0] does already");
  }

  @Test
  void prices_of_too_many_combinations_are_refused() {
    StringBuilder names = new StringBuilder();
    StringBuilder parameters =
        new StringBuilder("size: {type: string, enum: [S, L], default: S}\n");
    for (int index = 0; index < 14; index++) {
      names.append(", p").append(index).append(": true");
      parameters.append("    p%d: {type: boolean, default: false}\n".formatted(index));
    }
    String many =
        GOOD.replaceFirst("size: \\{type.*\n", parameters.toString())
            .replaceFirst("size: S}", "size: S" + names + "}");

    assertThatThrownBy(() -> read(many))
        .hasMessage("a.yaml: prices: must depend on at most 10000 combinations of values");
  }

  @Test
  void two_files_with_one_slug_are_refused() {
    assertThatThrownBy(() ->
            ModelFiles.read(
                List.of(YamlFile.parse("a.yaml", GOOD), YamlFile.parse("b.yaml", GOOD))))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessage("b.yaml: slug: a-1 is already the slug of a.yaml; every model needs its own");
  }

  @Test
  void text_that_is_no_yaml_is_refused_with_its_line() {
    assertThatThrownBy(() -> read("slug: a\nname: [1\nkind: b\n"))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessage("a.yaml: line 3 cannot be read: expected ',' or ']', but got :");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: \u0001", "a: \t- b", "&a [*a]", "%", "--- 1\n--- 2", "a: .inf"})
  void whatever_stands_in_a_file_ends_in_one_line(String text) {
    assertThat(catchThrowableOfType(ConfigurationFault.class, () -> read(text)))
        .hasMessageStartingWith("a.yaml: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void a_file_that_is_nested_too_deeply_is_refused() {
    assertThatThrownBy(() -> read("[".repeat(2000))).isInstanceOf(ConfigurationFault.class);
  }

  @Test
  void an_empty_file_is_refused() {
    assertThatThrownBy(() -> read("")).hasMessage("a.yaml: must be an object");
  }

  @Test
  void a_folder_gives_its_visible_yaml_files() throws IOException {
    Files.writeString(folder.resolve("b.yml"), GOOD.replace("a-1", "b-1"));
    Files.writeString(folder.resolve("a.yaml"), GOOD);
    Files.writeString(folder.resolve(".hidden.yaml"), "nonsense");
    Files.writeString(folder.resolve("notes.txt"), "nonsense");

    assertThat(ModelFiles.in(folder)).extracting(Model::slug).containsExactly("a-1", "b-1");
  }

  @Test
  void a_folder_without_models_is_refused() {
    assertThatThrownBy(() -> ModelFiles.in(folder))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessage(
            folder + ": has no model in it; put one file that ends in .yaml there for each");
  }

  @Test
  void a_folder_that_is_not_there_is_refused() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> ModelFiles.in(missing))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessage(
            missing + ": cannot be read; waymark.models.folder must be a folder of model files");
  }

  @Test
  void a_file_that_is_not_text_is_refused() throws IOException {
    Path file = Files.write(folder.resolve("a.yaml"), "é".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> ModelFiles.in(folder))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessage(file + ": must be UTF-8 text");
  }

  @Test
  void a_file_that_is_too_large_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "#".repeat(1_048_577));

    assertThatThrownBy(() -> ModelFiles.in(folder))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessage(file + ": must have at most 1048576 bytes");
  }

  private static List<Model> read(String text) {
    return ModelFiles.read(List.of(YamlFile.parse("a.yaml", text)));
  }
}
