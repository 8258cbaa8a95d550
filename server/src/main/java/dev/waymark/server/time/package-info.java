/**
 * The clock, sleeping and randomness as things that come in by constructor, so that tests steer
 * them.
 */
@NullMarked
package dev.waymark.server.time;

import org.jspecify.annotations.NullMarked;
