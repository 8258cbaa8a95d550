package dev.waymark.server.outputs;

import dev.waymark.server.ids.GenerationId;
import java.time.Instant;

/** A stored output, without its bytes. */
record Output(
    String name,
    GenerationId generation,
    String contentType,
    long length,
    String entityTag,
    Instant createdAt,
    Instant expiresAt) {}
