/** Measures the server beside the same framework without it, in one run on one machine. */
@NullMarked
package dev.waymark.benchmarks;

import org.jspecify.annotations.NullMarked;
