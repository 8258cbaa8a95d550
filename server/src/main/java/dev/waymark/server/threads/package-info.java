/**
 * The threads that calls are worked on: one virtual thread a call, from its first wait to its
 * answer.
 */
@NullMarked
package dev.waymark.server.threads;

import org.jspecify.annotations.NullMarked;
