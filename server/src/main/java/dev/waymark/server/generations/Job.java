package dev.waymark.server.generations;

import dev.waymark.server.access.Mode;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.sandbox.ForcedError;
import dev.waymark.server.wallet.Credits;
import java.time.Instant;
import java.util.Optional;

/**
 * A generation that a worker has claimed.
 *
 * @param lease names this attempt; whoever has another lease has another attempt
 * @param attempt 1 for the first
 * @param mode of the key that started it
 * @param forced the error that it is to end with, instead of being made
 */
record Job(
    GenerationId id,
    AccountId account,
    RequestId request,
    String model,
    String prompt,
    String parameters,
    Credits held,
    Instant createdAt,
    String lease,
    int attempt,
    Mode mode,
    Optional<ForcedError> forced) {}
