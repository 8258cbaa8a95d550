package dev.waymark.server.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.waymark.server.access.Caller;
import dev.waymark.server.idempotency.IdempotentCall;
import dev.waymark.server.ids.RequestId;
import java.util.Optional;

/**
 * A call to change an account's credits, readable but not yet checked.
 *
 * @param account as it was written in the path
 */
record CreditEntry(
    Caller caller,
    RequestId requestId,
    String account,
    JsonNode body,
    Optional<String> idempotencyKey) {
  static final String OPERATION = "changeCredits";

  // The same body for another account is another call.
  Optional<IdempotentCall> idempotentCall() {
    JsonNode both = JsonNodeFactory.instance.arrayNode().add(account).add(body);
    return idempotencyKey.map(
        key -> new IdempotentCall(caller.account(), OPERATION, key, both, requestId));
  }
}
