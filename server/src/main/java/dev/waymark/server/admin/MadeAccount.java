package dev.waymark.server.admin;

import dev.waymark.server.access.ApiKey;
import dev.waymark.server.access.KeyText;
import dev.waymark.server.wallet.Quota;

/** An account that was just made, and its first key with the text, which is not kept anywhere. */
record MadeAccount(ManagedState state, KeyText text, ApiKey key, Quota quota) {}
