package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemaTest {
  private static final ObjectMapper YAML = new YAMLMapper();

  @Test
  void a_value_that_keeps_the_schema_has_no_faults() {
    assertThat(faults("{type: object, required: [a], properties: {a: {type: integer}}}", "{a: 7}"))
        .isEmpty();
  }

  @Test
  void all_faults_are_named_at_once_sorted_by_path() {
    String schema =
        """
        {type: object, required: [prompt], additionalProperties: false,
         properties: {prompt: {type: string}, ratio: {enum: ['1:1', '16:9']},
                      options: {type: object, properties: {sizes: {type: array, items: {type: integer}}}}}}
        """;

    assertThat(faults(schema, "{ratio: 7, options: {sizes: [1, 2, x]}, colour: 1}"))
        .containsExactly(
            new Fault("colour", "is not known here; known are prompt, ratio, options"),
            new Fault("options.sizes[2]", "must be a whole number"),
            new Fault("prompt", "is missing"),
            new Fault("ratio", "must be one of 1:1, 16:9"));
  }

  @Test
  void a_name_that_is_nearly_right_is_asked_about() {
    String schema = "{additionalProperties: false, properties: {aspect_ratio: {}, seed: {}}}";

    assertThat(faults(schema, "{aspectRatio: 7}"))
        .containsExactly(
            new Fault(
                "aspectRatio",
                "is not known here (did you mean aspect_ratio?); known are aspect_ratio, seed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: string}                            | 7         | must be text
          {type: integer}                           | 7.5       | must be a whole number
          {type: integer, minimum: 0, maximum: 9}   | x         | must be a whole number from 0 to 9
          {type: integer, minimum: 0, maximum: 9}   | 10        | must be a whole number from 0 to 9
          {type: number, minimum: 0.5}              | 0         | must be a number, at least 0.5
          {type: number, maximum: 2}                | 3         | must be a number, at most 2
          {exclusiveMinimum: 0, exclusiveMaximum: 1}| 1         | must be a number, above 0 and below 1
          {multipleOf: 0.5}                         | 0.3       | must be a multiple of 0.5
          {type: boolean}                           | x         | must be true or false
          {type: [array, 'null']}                   | x         | must be a list or null
          {type: object}                            | []        | must be an object
          {type: string, enum: [a, b]}              | 7         | must be one of a, b
          {enum: [a]}                               | b         | must be a
          {enum: ['', 1, true]}                     | b         | must be one of "", 1, true
          {const: 3}                                | 4         | must be 3
          {minLength: 1, pattern: '^a+$'}           | '""'      | must not be empty
          {minLength: 2}                            | a         | must be at least 2 characters long
          {maxLength: 1}                            | ab        | must be at most 1 character long
          {pattern: '^a+$'}                         | b         | must match the pattern ^a+$
          {pattern: '^[^\\x00]+$'}                  | "\\0"     | must not hold the character NUL
          {format: date-time}                       | monday    | must be a date and time such as 2026-11-21T10:15:30Z
          {format: date}                            | monday    | must be a date such as 2026-11-21
          {format: uri}                             | a b       | must be a URI with its scheme, such as https://example.com/picture.png
          {format: uuid}                            | a         | must have the format uuid
          {minItems: 1}                             | []        | must have at least 1 entry
          {maxItems: 2}                             | [1, 2, 3] | must have at most 2 entries
          {uniqueItems: true}                       | [1, 1.0]  | must not hold the same entry twice
          {contains: {const: 1}}                    | [2]       | does not keep the rule "minContains" of its schema
          {minProperties: 1}                        | {}        | must have at least 1 property
          {maxProperties: 0}                        | {a: 1}    | must have at most 0 properties
          {not: {type: string}}                     | a         | does not keep the rule "not" of its schema
          {oneOf: [{type: string}, {minLength: 1}]} | a         | does not keep the rule "oneOf" of its schema
          {anyOf: [{type: integer}, {const: a}]}    | b         | must be a, or must be a whole number
          {if: {type: string}, then: {maxLength: 1}}| ab        | must be at most 1 character long
          false                                     | 1         | is not allowed here
          """)
  void the_reason_says_what_would_be_right(String schema, String value, String reason) {
    assertThat(faults(schema, value)).containsExactly(new Fault("", reason));
  }

  @Test
  void only_the_beginning_of_an_unknown_name_is_shown() {
    String name = "secret".repeat(20);

    assertThat(faults("{additionalProperties: false}", "{%s: 1}".formatted(name)))
        .singleElement()
        .extracting(Fault::field)
        .asString()
        .hasSize(64)
        .endsWith("…");
  }

  @Test
  void a_name_stays_on_one_line() {
    ObjectNode value = JsonNodeFactory.instance.objectNode().put("a\nb\u0000\u2028", 1);

    assertThat(JsonSchema.of(yaml("{additionalProperties: false}")).check(value))
        .containsExactly(new Fault("a?b??", "is not known here"));
  }

  @Test
  void a_name_that_the_schema_refuses_is_the_fault_of_the_property() {
    assertThat(faults("{properties: {o: {propertyNames: {pattern: ^a$}}}}", "{o: {b: 1}}"))
        .containsExactly(new Fault("o.b", "has a name that is not allowed here"));
  }

  @Test
  void a_whole_number_with_a_fraction_of_zero_is_an_integer() {
    assertThat(faults("{type: integer, enum: [7]}", "7.0")).isEmpty();
  }

  @Test
  void characters_are_counted_as_code_points() {
    assertThat(JsonSchema.of(yaml("{maxLength: 2}")).check(TextNode.valueOf("😀😀"))).isEmpty();
  }

  @Test
  void numbers_beyond_all_bounds_are_refused_like_others() {
    JsonSchema schema = JsonSchema.of(yaml("{type: integer, minimum: 0, maximum: 4294967295}"));

    assertThat(
            List.of(
                schema.check(yaml("1e999")),
                schema.check(DecimalNode.valueOf(new BigDecimal("1e99999"))),
                schema.check(DecimalNode.valueOf(new BigDecimal("1e999999999"))),
                schema.check(BigIntegerNode.valueOf(BigInteger.TWO.pow(2000)))))
        .allSatisfy(faults ->
            assertThat(faults)
                .containsExactly(new Fault("", "must be a whole number from 0 to 4294967295")));
  }

  @Test
  void there_are_at_most_100_faults() {
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    for (int index = 0; index < 1000; index++) {
      value.put("unknown" + index, index);
    }

    assertThat(JsonSchema.of(yaml("{additionalProperties: false}")).check(value)).hasSize(100);
  }

  @Test
  void a_schema_inside_a_larger_document_keeps_its_references() {
    JsonNode document =
        yaml(
            """
            openapi: 3.1.0
            paths:
              /models/{model}:
                get:
                  parameters:
                    - schema: {$ref: '#/components/schemas/Slug'}
            components:
              schemas:
                Slug: {type: string, maxLength: 3}
                Request: {type: object, properties: {model: {$ref: '#/components/schemas/Slug', description: Its name.}}}
            """);
    Fault fault = new Fault("", "must be at most 3 characters long");

    assertThat(JsonSchema.of(document, "#/components/schemas/Request").check(yaml("{model: long}")))
        .containsExactly(fault.under("model"));
    assertThat(
            JsonSchema.of(document, "/paths/~1models~1{model}/get/parameters/0/schema")
                .check(yaml("long")))
        .containsExactly(fault);
  }

  @Test
  void a_place_that_the_document_does_not_have_is_refused() {
    assertThatThrownBy(() -> JsonSchema.of(yaml("{a: 1}"), "#/b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_reference_that_leads_nowhere_or_out_of_the_document_is_refused() {
    assertThatThrownBy(() -> JsonSchema.of(yaml("{$ref: '#/nowhere'}")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JsonSchema.of(yaml("{$ref: 'https://example.com/a.json'}")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_schema_of_schemas_knows_a_bad_one() {
    assertThat(
            JsonSchema.ofSchemas()
                .check(yaml("{properties: {a: {minimum: x, pattern: '['}}, type: strin}")))
        .containsExactly(
            new Fault("properties.a.minimum", "must be a number"),
            new Fault("properties.a.pattern", "must be a regular expression"),
            new Fault(
                "type",
                "must be a list, or must be one of array, boolean, integer, null, number, object,"
                    + " string"));
  }

  @Property
  void a_fault_never_repeats_what_was_sent(
      @ForAll @AlphaChars @StringLength(min = 12, max = 40) String secret) {
    String text = "\"wm_live_" + secret + "\"";
    String value =
        "{a: %1$s, b: %1$s, c: %1$s, d: %1$s, e: [%1$s, %1$s], f: %1$s, g: {n: %1$s}, h: %1$s, i: %1$s}"
            .formatted(text);
    String schema =
        """
        {properties: {a: {type: integer}, b: {enum: [x]}, c: {const: 1}, d: {pattern: ^x$, maxLength: 3},
         e: {uniqueItems: true, items: {format: uri}}, f: {format: date-time},
         g: {additionalProperties: {not: {}}}, h: {oneOf: [{type: integer}, {maxLength: 1}]}, i: false}}
        """;

    assertThat(faults(schema, value))
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(fault -> assertThat(fault.toString()).doesNotContain(secret));
  }

  private static List<Fault> faults(String schema, String value) {
    return JsonSchema.of(yaml(schema)).check(yaml(value));
  }

  /** YAML, because JSON in Java strings is hard to read. */
  private static JsonNode yaml(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
