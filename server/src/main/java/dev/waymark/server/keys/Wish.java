package dev.waymark.server.keys;

import dev.waymark.server.access.Mode;
import dev.waymark.server.access.NewKey;
import dev.waymark.server.wallet.Credits;
import java.util.Optional;

/**
 * A checked request for a key.
 *
 * @param quota what it may spend in a calendar month
 */
record Wish(Mode mode, NewKey key, Optional<Credits> quota) {}
