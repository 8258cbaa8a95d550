/** What a run prints. */
@NullMarked
package dev.waymark.benchmarks.report;

import org.jspecify.annotations.NullMarked;
