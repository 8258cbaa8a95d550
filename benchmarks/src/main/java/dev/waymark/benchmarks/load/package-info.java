/** A cheap load generator: plain HTTP/1.1 on kept connections, one thread, every answer checked. */
@NullMarked
package dev.waymark.benchmarks.load;

import org.jspecify.annotations.NullMarked;
