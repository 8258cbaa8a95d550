/** What an operator reads about the server itself. */
@NullMarked
package dev.waymark.conformance.metrics;

import org.jspecify.annotations.NullMarked;
