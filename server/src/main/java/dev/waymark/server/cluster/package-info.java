/**
 * The other processes on the same database: which of them are alive, and what they tell each other.
 */
@NullMarked
package dev.waymark.server.cluster;

import org.jspecify.annotations.NullMarked;
