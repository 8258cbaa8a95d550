package dev.waymark.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.List;

/**
 * Any example of the document, with the schema it stands beside.
 *
 * @param pointer where it is
 */
record Example(Contract contract, String pointer, JsonNode schema, JsonNode value) {
  private static final SchemaRegistryConfig WITH_FORMATS =
      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();

  /** What the schema has against the value; empty if nothing. */
  List<String> faults() {
    ObjectNode root = schema.deepCopy();
    // So that the schema's references, which start at the document's root, lead somewhere.
    root.set("components", contract.document().path("components"));
    return registry().getSchema(root).validate(value).stream().map(Error::toString).toList();
  }

  @Override
  public String toString() {
    return pointer;
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDialect(
        Dialects.getDraft202012(), builder -> builder.schemaRegistryConfig(WITH_FORMATS));
  }
}
