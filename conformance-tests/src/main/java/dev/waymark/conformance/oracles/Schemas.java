package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import dev.waymark.conformance.contract.Contract;
import java.util.List;
import java.util.Map;
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

  /** What is wrong with a value, in the validator's words. */
  List<String> violations(JsonNode schema, JsonNode value) {
    return ready.computeIfAbsent(schema, this::compiled).validate(value).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  private Schema compiled(JsonNode schema) {
    ObjectNode document = schema.deepCopy();
    document.set("components", contract.document().path("components"));
    return SchemaRegistry.withDialect(
            DIALECT, builder -> builder.schemaRegistryConfig(CONFIGURATION))
        .getSchema(document);
  }
}
