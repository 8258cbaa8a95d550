package dev.waymark.server.wallet;

import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.KeyId;
import dev.waymark.server.ids.RequestId;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of an account's ledger, which never changes.
 *
 * @param id higher than those of all entries before it
 * @param credits what was added to the balance; negative where it was taken
 * @param charged with a settle, what the generation has cost in the end
 * @param request the call that caused it
 * @param key the key that the generation was started with
 * @param note the operator's words
 */
public record Transaction(
    long id,
    TransactionKind kind,
    long credits,
    Credits balanceAfter,
    Optional<Credits> charged,
    Optional<GenerationId> generation,
    Optional<RequestId> request,
    Optional<KeyId> key,
    Optional<String> note,
    Instant createdAt) {}
