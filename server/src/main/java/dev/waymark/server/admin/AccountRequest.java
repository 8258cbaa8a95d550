package dev.waymark.server.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.access.Caller;
import dev.waymark.server.idempotency.IdempotentCall;
import dev.waymark.server.idempotency.Sealing;
import dev.waymark.server.ids.RequestId;
import java.util.Optional;

/**
 * A call to make an account, readable but not yet checked.
 *
 * @param sealing keeps the answer from whoever has another API key
 */
record AccountRequest(
    Caller caller,
    RequestId requestId,
    JsonNode body,
    Optional<String> idempotencyKey,
    Sealing sealing) {
  static final String OPERATION = "createAccount";

  Optional<IdempotentCall> idempotentCall() {
    return idempotencyKey.map(
        key -> new IdempotentCall(caller.account(), OPERATION, key, body, requestId));
  }
}
