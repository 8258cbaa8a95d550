package dev.waymark.server.access;

import dev.waymark.server.ids.KeyId;

/** A key that was just made, with the only copy of its text that there will ever be. */
public record IssuedKey(KeyId id, KeyText text) {}
