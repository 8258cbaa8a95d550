package dev.waymark.server.keys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.access.Caller;
import dev.waymark.server.idempotency.IdempotentCall;
import dev.waymark.server.idempotency.Sealing;
import dev.waymark.server.ids.RequestId;
import java.util.Optional;

/**
 * A call to make a key, readable but not yet checked.
 *
 * @param sealing keeps the answer from whoever has another API key
 */
record MakeRequest(
    Caller caller,
    RequestId requestId,
    JsonNode body,
    Optional<String> idempotencyKey,
    Sealing sealing) {
  static final String OPERATION = "createKey";

  Optional<IdempotentCall> idempotentCall() {
    return idempotencyKey.map(
        key -> new IdempotentCall(caller.account(), OPERATION, key, body, requestId));
  }
}
