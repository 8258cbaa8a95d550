/**
 * The provider that needs no upstream: it draws, by itself and repeatably, what it is asked for.
 */
@NullMarked
package dev.waymark.server.providers.builtin;

import org.jspecify.annotations.NullMarked;
