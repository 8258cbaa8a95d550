package dev.waymark.server.generations;

import dev.waymark.server.ids.RequestId;
import dev.waymark.server.wallet.Credits;

/**
 * An accepted start.
 *
 * @param charged what this call took; nothing on a replay
 * @param balance what the account can spend afterwards
 * @param running the account's generations in flight, this one included
 * @param original the call that was answered first: this one, unless it is a replay
 */
record Started(
    Generation generation,
    boolean replayed,
    RequestId original,
    Credits charged,
    Credits balance,
    int running) {}
