package dev.waymark.server.keys;

import dev.waymark.server.access.ApiKey;
import dev.waymark.server.wallet.Quota;

/** A key, and where it stands with its quota. */
record KeyState(ApiKey key, Quota quota) {}
