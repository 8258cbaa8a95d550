package dev.waymark.server.idempotency;

import dev.waymark.server.ids.RequestId;

/**
 * The first call with a key.
 *
 * @param made the id of what it made, from which its answer is given again
 * @param answer its answer, where that cannot be made anew; else empty
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Original(RequestId requestId, String made, byte[] answer) {}
