package dev.waymark.server.keys;

import dev.waymark.server.access.KeyText;

/** A key that was just made, with its text, which is not kept anywhere. */
record MadeKey(KeyText text, KeyState state) {}
