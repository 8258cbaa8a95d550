package dev.waymark.server.requests;

import dev.waymark.server.access.Mode;
import dev.waymark.server.contract.Charge;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.KeyId;
import dev.waymark.server.ids.RequestId;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of an answered call. There is no field for anything that its caller wrote, but for
 * the method.
 *
 * @param route the path as the contract writes it
 */
record LoggedCall(
    RequestId id,
    AccountId account,
    KeyId key,
    Mode mode,
    long durationMillis,
    String method,
    Optional<String> route,
    Optional<String> operation,
    int status,
    Optional<String> code,
    Optional<String> generation,
    Charge charge,
    Optional<RequestId> original) {

  Instant receivedAt() {
    return id.mintedAt();
  }
}
