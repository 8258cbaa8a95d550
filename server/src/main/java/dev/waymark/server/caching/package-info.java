/** Answers that callers may keep: their entity tags, and when they need not be sent again. */
@NullMarked
package dev.waymark.server.caching;

import org.jspecify.annotations.NullMarked;
