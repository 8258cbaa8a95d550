package dev.waymark.server.access;

import dev.waymark.server.ids.KeyId;
import java.time.Instant;
import java.util.Optional;

/** A stored key: everything about it but the key itself. */
public record ApiKey(
    KeyId id,
    String name,
    String prefix,
    boolean operator,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt) {}
