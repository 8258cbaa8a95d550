/** Typed identifiers, and the mint that makes them. */
@NullMarked
package dev.waymark.server.ids;

import org.jspecify.annotations.NullMarked;
