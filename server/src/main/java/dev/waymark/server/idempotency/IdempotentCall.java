package dev.waymark.server.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.RequestId;

/**
 * A call that carries an idempotency key; the key counts for one account and one operation.
 *
 * @param fingerprint of the body
 */
@SuppressWarnings("ArrayRecordComponent") // Compared with MessageDigest.isEqual, never with equals.
public record IdempotentCall(
    AccountId account, String operation, String key, byte[] fingerprint, RequestId requestId) {

  public IdempotentCall(
      AccountId account, String operation, String key, JsonNode body, RequestId requestId) {
    this(account, operation, key, Fingerprint.of(body), requestId);
  }

  // Free of ambiguity: neither an account id nor an operation holds a blank.
  String scope() {
    return account + " " + operation + " " + key;
  }
}
