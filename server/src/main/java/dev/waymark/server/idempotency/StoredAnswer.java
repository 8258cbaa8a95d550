package dev.waymark.server.idempotency;

import dev.waymark.server.ids.RequestId;
import java.util.Optional;

/**
 * An answer that is given now.
 *
 * @param original the call that got it first; nothing if that is the one that gets it now
 */
public record StoredAnswer(Answer answer, Optional<RequestId> original) {}
