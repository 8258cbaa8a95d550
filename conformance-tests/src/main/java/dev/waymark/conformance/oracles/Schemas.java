package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import dev.waymark.conformance.contract.Contract;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The contract's schemas, ready to check values. */
final class Schemas {
  // The components stand beside each schema, full of words that JSON Schema does not know.
  private static final Dialect DIALECT =
      Dialect.builder(Dialects.getDraft202012())
          .unknownKeywordFactory((word, _) -> new NonValidationKeyword(word))
          .build();
  private static final SchemaRegistryConfig CONFIGURATION =
      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();

  private final Contract contract;
  private final Map<JsonNode, Schema> ready = new ConcurrentHashMap<>();

  Schemas(Contract contract) {
    this.contract = contract;
  }

  /** What is wrong with a value. */
  List<Flaw> violations(JsonNode schema, JsonNode value) {
    return ready.computeIfAbsent(schema, this::compiled).validate(value).stream()
        .map(Flaw::of)
        .toList();
  }

  /**
   * The schema of a status's errors with any code, for the codes are an open set and judged by
   * themselves. Of a code that the catalogue does not have, no more is owed than of every error:
   * what the schema asks for beyond that is an extra of the codes that it knows.
   */
  JsonNode open(JsonNode schema, Answer answer) {
    JsonNode resolved = contract.resolve(schema).deepCopy();
    if (resolved.at("/properties/error") instanceof ObjectNode code) {
      code.remove("enum");
    }
    if (answer.row().isEmpty() && resolved.path("required") instanceof ArrayNode required) {
      Set<JsonNode> common = new HashSet<>();
      contract.document().at("/components/schemas/Error/required").forEach(common::add);
      required.removeIf(name -> !common.contains(name));
    }
    return resolved;
  }

  private Schema compiled(JsonNode schema) {
    ObjectNode document = schema.deepCopy();
    document.set("components", contract.document().path("components"));
    return SchemaRegistry.withDialect(
            DIALECT, builder -> builder.schemaRegistryConfig(CONFIGURATION))
        .getSchema(document);
  }
}
