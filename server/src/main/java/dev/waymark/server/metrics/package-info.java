/** How the server itself is doing, counted for operators. No label names a caller or a path. */
@NullMarked
package dev.waymark.server.metrics;

import org.jspecify.annotations.NullMarked;
