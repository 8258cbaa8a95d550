/**
 * Outputs on their way: what has come is kept, and only the rest is asked for again. Not for use
 * from outside: it may change.
 */
@NullMarked
package dev.waymark.client.downloads;

import org.jspecify.annotations.NullMarked;
