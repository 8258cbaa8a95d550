package dev.waymark.client;

import dev.waymark.client.transport.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One answered call of the account: when it came, what it asked for, how it ended. Never what was
 * in it.
 *
 * @param duration until it was answered
 * @param route the path as the contract writes it; empty where the path was none of the API's
 * @param operation the contract's name of it; empty where the call reached none
 * @param code the error's code; empty with a success
 * @param docsUrl the page on the code; empty with a success
 * @param charge what the call did to the wallet; empty if this version does not know its state
 * @param replayOf with an idempotent replay, the call whose answer was given again
 */
public record RequestRecord(
    String id,
    Instant receivedAt,
    Duration duration,
    String method,
    Optional<String> route,
    Optional<String> operation,
    int status,
    Optional<String> code,
    Optional<String> docsUrl,
    Mode mode,
    String keyId,
    Optional<String> generationId,
    Optional<Charge> charge,
    Optional<String> replayOf) {

  static RequestRecord from(dev.waymark.generated.client.model.RequestRecord wire) {
    Required.field(wire, "a body");
    return new RequestRecord(
        Required.field(wire.getRequestId(), "request_id"),
        Required.field(wire.getReceivedAt(), "received_at"),
        Duration.ofMillis(Required.field(wire.getDurationMs(), "duration_ms")),
        Required.field(wire.getMethod(), "method"),
        Optional.ofNullable(wire.getRoute()),
        Optional.ofNullable(wire.getOperation()),
        Required.field(wire.getStatus(), "status"),
        Optional.ofNullable(wire.getCode()),
        Optional.ofNullable(wire.getDocsUrl()).map(Object::toString),
        Mode.from(wire.getMode()),
        Required.field(wire.getKeyId(), "key_id"),
        Optional.ofNullable(wire.getGenerationId()),
        Charge.from(Json.mapper().valueToTree(Required.field(wire.getCharge(), "charge"))),
        Optional.ofNullable(wire.getReplayOf()));
  }
}
