package dev.waymark.server.keys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.access.Mode;
import dev.waymark.server.contract.Contract;
import dev.waymark.server.contract.Fault;
import dev.waymark.server.contract.InvalidParameters;
import dev.waymark.server.contract.JsonSchema;
import dev.waymark.server.contract.PlainNumbers;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Reads how a caller wants a key changed. */
@Singleton
final class KeyPatches {
  private final JsonSchema schema;
  private final KeyRules rules;

  KeyPatches(Contract contract, KeyRules rules) {
    this.schema = contract.schema("KeyChange");
    this.rules = rules;
  }

  /**
   * The change in a body, for a key of this mode. Refuses with every fault that it has. Which
   * scopes the key may get depends on what it has when it is changed.
   */
  KeyPatch read(JsonNode body, Mode mode) {
    JsonNode plain = PlainNumbers.in(body);
    List<Fault> faults = new ArrayList<>(schema.check(plain));
    faults.addAll(rules.check(plain, mode));
    InvalidParameters.refuseBodyWith(faults);
    return new KeyPatch(plain);
  }
}
