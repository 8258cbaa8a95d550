/** Recorded traffic (HAR 1.2): read, written without secrets, and judged without a server. */
@NullMarked
package dev.waymark.conformance.har;

import org.jspecify.annotations.NullMarked;
