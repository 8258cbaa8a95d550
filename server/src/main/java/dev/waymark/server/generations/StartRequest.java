package dev.waymark.server.generations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.access.Caller;
import dev.waymark.server.idempotency.IdempotentCall;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.sandbox.ForcedError;
import dev.waymark.server.wallet.Credits;
import java.util.Optional;

/**
 * A call to start a generation, readable but not yet checked.
 *
 * @param forced the error that the generation is to end with; no part of what makes two calls the
 *     same
 */
record StartRequest(
    Caller caller,
    RequestId requestId,
    JsonNode body,
    Optional<String> idempotencyKey,
    Optional<Credits> maxCredits,
    Optional<ForcedError> forced) {

  Optional<IdempotentCall> idempotentCall() {
    return idempotencyKey.map(
        key -> new IdempotentCall(caller.account(), "startGeneration", key, body, requestId));
  }
}
