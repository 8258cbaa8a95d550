package dev.waymark.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A JSON Schema (draft 2020-12) that says everything that is wrong with a value at once, in words
 * of our own that never repeat the value.
 *
 * <p>{@code date-time} and {@code uri} are checked; 7.0 is an integer; a reference cannot lead out
 * of the document. Safe for use by many threads.
 */
public final class JsonSchema {
  private static final int MOST_FAULTS = 100;

  // An OpenAPI document around a schema is full of words that JSON Schema does not know.
  private static final Dialect DIALECT =
      Dialect.builder(Dialects.getDraft202012())
          .unknownKeywordFactory((word, _) -> new NonValidationKeyword(word))
          .format(new TimestampFormat())
          .build();
  private static final SchemaRegistryConfig CONFIGURATION =
      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;
  private final Schema schema;

  private JsonSchema(JsonNode document, Schema schema) {
    this.document = document;
    this.schema = schema;
    try {
      schema.initializeValidators();
    } catch (SchemaException e) {
      throw new IllegalArgumentException("not a usable JSON Schema", e);
    }
  }

  public static JsonSchema of(JsonNode schema) {
    JsonNode document = PlainNumbers.in(schema);
    return new JsonSchema(document, registry().getSchema(document));
  }

  /**
   * The schema at a place of a larger document, such as {@code #/components/schemas/Model} of an
   * OpenAPI document; the leading {@code #} may be left out.
   */
  public static JsonSchema of(JsonNode schemaDocument, String jsonPointerFragment) {
    String pointer = jsonPointerFragment.replaceFirst("^#", "");
    if (!(schemaDocument instanceof ObjectNode root) || root.at(pointer).isMissingNode()) {
      throw new IllegalArgumentException("the document has nothing at " + jsonPointerFragment);
    }
    ObjectNode document = root.objectNode();
    document.setAll(root);
    document.put("$ref", "#" + pointer);
    return new JsonSchema(document, registry().getSchema(document));
  }

  /** The schema of JSON Schemas: for schemas that come from outside. */
  public static JsonSchema ofSchemas() {
    SchemaLocation location = SchemaLocation.of(DIALECT.getId());
    Schema schema = registry().getSchema(location);
    return new JsonSchema(schema.getSchemaNode(), schema);
  }

  /** Sorted by path, without repetition, at most {@value #MOST_FAULTS}; empty if all is well. */
  public List<Fault> check(JsonNode value) {
    TreeSet<Fault> faults = new TreeSet<>();
    TreeMap<String, TreeSet<String>> alternatives = new TreeMap<>();
    for (Error error : informative(schema.validate(PlainNumbers.in(value)))) {
      Fault fault = Reasons.fault(error, rule(error));
      if (Reasons.isAlternative(error)) {
        alternatives.computeIfAbsent(fault.field(), _ -> new TreeSet<>()).add(fault.reason());
      } else {
        faults.add(fault);
      }
    }
    alternatives.forEach(
        (field, reasons) -> faults.add(new Fault(field, String.join(", or ", reasons))));
    return faults.stream().limit(MOST_FAULTS).toList();
  }

  /** A new one each time: a registry keeps every schema it has seen. */
  private static SchemaRegistry registry() {
    return SchemaRegistry.withDialect(
        DIALECT, builder -> builder.schemaRegistryConfig(CONFIGURATION));
  }

  /** Leaves out what another fault of the same value already says better. */
  private static List<Error> informative(List<Error> errors) {
    Set<String> told = new HashSet<>();
    for (Error error : errors) {
      switch (error.getKeyword()) {
        case "enum", "const" -> told.add(place(error, "type"));
        case "minLength" -> told.add(place(error, "pattern"));
        default -> {}
      }
    }
    return errors.stream()
        .filter(error -> !told.contains(place(error, error.getKeyword())))
        .toList();
  }

  /** Where a keyword beside that of the error would fail on the same value. */
  private static String place(Error error, String keyword) {
    return error.getInstanceLocation()
        + "\n"
        + error.getEvaluationPath().getParent()
        + "\n"
        + keyword;
  }

  /** The schema object that the failed keyword stands in, or at least the keyword itself. */
  private JsonNode rule(Error error) {
    var fragment = error.getSchemaLocation().getFragment();
    JsonNode rule = document;
    for (int depth = 0; depth < fragment.getNameCount() - 1; depth++) {
      rule =
          fragment.getElement(depth) instanceof Integer index
              ? rule.path(index)
              : rule.path(fragment.getName(depth));
    }
    return rule.path(error.getKeyword()).equals(error.getSchemaNode())
        ? rule
        : JsonNodeFactory.instance.objectNode().set(error.getKeyword(), error.getSchemaNode());
  }
}
