/** The calls that are measured, as our own client sends them. */
@NullMarked
package dev.waymark.benchmarks.work;

import org.jspecify.annotations.NullMarked;
