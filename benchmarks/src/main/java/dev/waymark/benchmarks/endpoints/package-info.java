/**
 * What the server is compared with, on the same framework with the same set-up and the same JSON:
 * an endpoint that does nothing, and one that does each hold in a transaction of its own.
 */
@NullMarked
package dev.waymark.benchmarks.endpoints;

import org.jspecify.annotations.NullMarked;
