/** The processes that a run starts, what they take of the machine, and their certain end. */
@NullMarked
package dev.waymark.benchmarks.processes;

import org.jspecify.annotations.NullMarked;
