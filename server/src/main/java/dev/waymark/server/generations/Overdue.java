package dev.waymark.server.generations;

import dev.waymark.server.access.Mode;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.wallet.Credits;

/**
 * An unfinished generation whose time is over.
 *
 * @param attempts 0 if no provider can know of it
 */
record Overdue(
    GenerationId id,
    AccountId account,
    RequestId request,
    String model,
    Mode mode,
    Credits held,
    int attempts) {}
