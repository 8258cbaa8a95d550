package dev.waymark.server.access;

import dev.waymark.server.contract.Rendering;
import dev.waymark.server.ids.KeyId;
import java.time.Instant;
import java.util.Optional;

/**
 * A stored key: everything about it but the key itself.
 *
 * @param errorFormat the rendering of errors that it is pinned to
 */
public record ApiKey(
    KeyId id,
    String name,
    String prefix,
    Mode mode,
    Rendering errorFormat,
    boolean operator,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt) {}
