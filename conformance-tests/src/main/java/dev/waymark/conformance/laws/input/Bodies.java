package dev.waymark.conformance.laws.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.laws.means.Operator;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Good bodies of an operation for one account, the schema that they keep, and how to send others.
 */
record Bodies(Operation operation, Account account, ObjectNode good, JsonNode schema) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nothing where it is not known how the operation is called. */
  static Optional<Bodies> of(Operation operation, Account account) {
    Contract contract = operation.contract();
    JsonNode schema =
        contract.resolve(operation.node().at("/requestBody/content/application~1json/schema"));
    return good(operation, account)
        .map(good ->
            new Bodies(operation, account, good, withParameters(schema, operation, account)));
  }

  private static Optional<ObjectNode> good(Operation operation, Account account) {
    String plan = account.bench().target().profile().plans().roomy();
    return switch (operation.id()) {
      case "startGeneration", "quoteGeneration" ->
          Optional.of(object(account.startBody("a picture")));
      case "createKey", "updateKey", "updateAccount" ->
          Optional.of(object("{\"name\":\"a good name\"}"));
      case "createAccount" ->
          Optional.of(object("{\"name\":\"a good name\",\"plan\":\"" + plan + "\"}"));
      case "changeCredits" -> Optional.of(object("{\"type\":\"adjust\",\"credits\":5}"));
      default -> Optional.empty();
    };
  }

  /** A start takes the model's own parameters too, and no others. */
  private static JsonNode withParameters(JsonNode schema, Operation operation, Account account) {
    if (!operation.id().equals("startGeneration") && !operation.id().equals("quoteGeneration")) {
      return schema;
    }
    String slug = account.bench().target().profile().model().slug();
    JsonNode own =
        Read.json(Read.expect(200, account.get("/api/v1/models/" + slug))).path("parameters");
    ObjectNode both = schema.deepCopy();
    both.put("additionalProperties", own.path("additionalProperties").asBoolean(true));
    own.path("properties")
        .properties()
        .forEach(property ->
            ((ObjectNode) both.path("properties")).set(property.getKey(), property.getValue()));
    return both;
  }

  Exchange send(JsonNode body) {
    String target =
        operation.path().replace("{key_id}", account.keyId()).replace("{account_id}", account.id());
    Request request = Request.post(target, body.toString()).withMethod(operation.method());
    return operation.scope().equals("operator")
        ? new Operator(account.bench()).send(request)
        : account.send(request);
  }

  private static ObjectNode object(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
