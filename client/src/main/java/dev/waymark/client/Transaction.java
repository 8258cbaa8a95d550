package dev.waymark.client;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the ledger. Nothing but entries changes a balance, and none is ever changed.
 *
 * @param credits what was added to the balance; negative where it was taken
 * @param balanceAfter the balance after this entry
 * @param charged with {@code SETTLE}, what the generation has cost in the end
 * @param generationId the generation that it is about
 * @param requestId the call that caused it
 * @param keyId the key that the generation was started with
 * @param note why the operator made it
 */
public record Transaction(
    String id,
    TransactionType type,
    long credits,
    long balanceAfter,
    Optional<Long> charged,
    Optional<String> generationId,
    Optional<String> requestId,
    Optional<String> keyId,
    Optional<String> note,
    Instant createdAt) {

  static Transaction from(dev.waymark.generated.client.model.Transaction wire) {
    Required.field(wire, "a body");
    return new Transaction(
        Required.field(wire.getTransactionId(), "transaction_id"),
        TransactionType.from(wire.getType()),
        Required.field(wire.getCredits(), "credits"),
        Required.field(wire.getBalanceAfter(), "balance_after"),
        Optional.ofNullable(wire.getCharged()),
        Optional.ofNullable(wire.getGenerationId()),
        Optional.ofNullable(wire.getRequestId()),
        Optional.ofNullable(wire.getKeyId()),
        Optional.ofNullable(wire.getNote()),
        Required.field(wire.getCreatedAt(), "created_at"));
  }
}
