/**
 * Room in the server: how many calls are worked on at once, how many wait for it, and what the rest
 * is told.
 */
@NullMarked
package dev.waymark.server.overload;

import org.jspecify.annotations.NullMarked;
